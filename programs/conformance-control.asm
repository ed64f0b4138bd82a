; SPDX-License-Identifier: MIT
; Conformance: control. Where the machine goes next, at every edge
; Source: ours. docs/reference/conformance.md says what each order is for.
; Watch: CI, which has 32 digits: it comes to line 0 from line 31, by a skip from
; line 30, by a jump to -1 and, in line 13, by a blank line, which is JMP 0.
; Its digits 13 to 15 stay 0, so that the machine as built obeys the same.
; expect: orders 20
; expect: CI 536870928
; expect: A 0
; expect: line 14 = 9
00 JMP 14
01 LDN 17       ; A = 65539, line 3 if only 5 digits count
02 STO 14
03 JRP 18       ; to line 31, CI being 2^30 + 31
04 LDN 20       ; from line 0; A = -2^31 + 6
05 STO 14
06 JRP 21       ; to line 30, CI being -2^30 + 30
07 LDN 22       ; from line 0, CI being negative; A = 9
08 STO 14
09 JMP 23       ; to -1, then line 0
10 CMP          ; from line 0, CI being 10 again; not negative
11 LDN 24
12 CMP          ; 0 is not negative
13 NUM 0        ; JMP 0: CI = 14, the word in line 0, then 15
14 NUM -1       ; where line 0 goes to, less 1
15 JRP 25       ; one line on, CI being 2^29 + 16
16 STP
17 NUM -65539
18 NUM 1073741851
19 NUM 5
20 NUM 2147483642
21 NUM -1073807337
22 NUM -9
23 NUM -1
24 NUM 0
25 NUM 536870912
30 CMP          ; negative: past line 31 to line 0
31 SUB 19       ; and on to line 0
