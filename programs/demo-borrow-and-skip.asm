; SPDX-License-Identifier: MIT
; A borrow that stops, a borrow that does not, and an owed skip
; Source: ours. docs/tutorial/borrow-and-skip.md reads its trace.
; Watch: in A2 of order 2 the borrow dies at digit 3, in A2 of order 3 it runs
; into the black-out; after order 4 the test flip-flop waits for S1.
; expect: orders 6
; expect: CI 7
; expect: A -1
; expect: line 23 = -1
01 LDN 20       ; A = 8: the machine loads negatives only
02 SUB 21       ; A = 8 - 1
03 SUB 22       ; A = 7 - 8
04 CMP          ; A is negative: miss the next order
05 STP          ; missed
06 STO 23
07 STP
20 NUM -8
21 NUM 1
22 NUM 8
