; SPDX-License-Identifier: MIT
; LDN: the accumulator takes a line with its sign turned
; Source: ours.
; Watch: 5 made from -5, and -2^31, which is its own negative.
; expect: orders 4
; expect: CI 4
; expect: A -2147483648
; expect: line 22 = 5
01 LDN 20       ; A = 5
02 STO 22
03 LDN 21       ; A = -2^31
04 STP
20 NUM -5
21 NUM -2147483648
