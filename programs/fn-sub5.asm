; SPDX-License-Identifier: MIT
; SUB, by its second code, 5: a line is taken from the accumulator
; Source: ours.
; Watch: 10 - 3, then 7 - (-10), then one borrow through all 32 digits.
; expect: orders 8
; expect: CI 8
; expect: A -1
; expect: line 22 = 7
; expect: line 23 = 17
01 LDN 20       ; A = 10
02 SUB5 21
03 STO 22       ; 7
04 SUB5 20
05 STO 23       ; 17
06 LDN 24       ; A = 0
07 SUB5 25       ; A = -1
08 STP
20 NUM -10
21 NUM 3
24 NUM 0
25 NUM 1
