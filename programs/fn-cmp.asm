; SPDX-License-Identifier: MIT
; CMP: the next order is missed if the accumulator is negative
; Source: ours.
; Watch: -1 misses an order, 0 and 7 do not.
; expect: orders 10
; expect: CI 12
; expect: A 7
; expect: line 22 = -1
; expect: line 25 = 7
01 LDN 20       ; A = -1
02 CMP
03 STP          ; missed
04 STO 22
05 LDN 21       ; A = 0
06 CMP
07 JRP 23       ; obeyed: zero is not negative
08 STP          ; jumped over
09 LDN 24       ; A = 7
10 CMP
11 STO 25       ; obeyed
12 STP
20 NUM 1
21 NUM 0
23 NUM 1
24 NUM -7
