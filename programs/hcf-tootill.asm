; SPDX-License-Identifier: MIT
; Highest common factor of 314159265 and 271828183, by Tootill
; Source: known. Dated 19 June 1948, two days before the machine's first run.
; Watch: lines 30 and 31, the two numbers, coming down. Line 31 is left with the
; last remainder: 1, so they have no common factor.
; expect: orders 417
; expect: CI 16
; expect: A -1
; expect: line 31 = 1
01 LDN 30
02 STO 29
03 LDN 31
04 STO 31       ; - the divisor
05 LDN 31
06 STO 30       ; the divisor is the next dividend
07 LDN 29       ; the dividend
08 SUB 30       ; take the divisor away
09 CMP          ; until it is negative
10 JRP 27       ; back to 08
11 SUB 31       ; add it again: the remainder
12 STO 31       ; the next divisor
13 SUB 28       ; is it below 2?
14 CMP
15 JMP 0        ; no: to 01
16 STP
27 NUM -3
28 NUM 2
30 NUM 314159265
31 NUM 271828183
