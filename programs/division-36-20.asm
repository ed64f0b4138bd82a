; SPDX-License-Identifier: MIT
; Long division by Turing, corrected by Tootill: 36 / 5
; Source: known. Written by A. M. Turing in 1948, corrected by G. C. Tootill.
; Watch: line 28, where the quotient 7 comes out at the top, digits 31 to 29;
; line 30 is 5 x 2^2.
; expect: orders 53
; expect: CI 19
; expect: A -536870912
; expect: line 28 = -536870912
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
29 NUM 0x20000000
30 NUM 20
31 NUM 36
