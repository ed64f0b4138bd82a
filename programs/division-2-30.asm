; SPDX-License-Identifier: MIT
; Long division by Turing, corrected by Tootill: (2^30 - 1) / 31
; Source: known. Written by A. M. Turing in 1948, corrected by G. C. Tootill.
; Watch: line 28: the quotient repeats every five digits, for 31 is 11111;
; line 30 is 31 x 2^25.
; expect: orders 404
; expect: CI 19
; expect: A -2078209984
; expect: line 28 = -2078209984
00 NUM 19       ; JMP 0 goes on at line 20
01 LDN 31
02 STO 31       ; - dividend
03 LDN 31       ; dividend
04 SUB 30       ; less divisor x 2^n
05 CMP
06 JMP 0        ; it goes: to 20
07 LDN 31
08 STO 31       ; it does not: dividend as it was
09 LDN 28
10 SUB 28       ; quotient x 2
11 STO 28
12 LDN 31
13 SUB 31
14 STO 31       ; -2 x what is left
15 LDN 28
16 STO 28
17 CMP          ; digit 31 of the quotient set: done
18 JMP 26       ; else to 03
19 STP
20 STO 31       ; what is left
21 LDN 29
22 SUB 28
23 SUB 28       ; quotient x 2, and one more digit
24 STO 28
25 JMP 27       ; to 12
26 NUM 2
27 NUM 11
28 NUM 0        ; quotient
29 NUM 64
30 NUM 1040187392
31 NUM 1073741823
