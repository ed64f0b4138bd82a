; SPDX-License-Identifier: MIT
; A digit walks across the tube
; Source: ours.
; Watch: line 31: its one digit moves from left to right, a place each time
; round, until it is the sign.
; expect: orders 217
; expect: CI 8
; expect: A -2147483648
; expect: line 31 = -2147483648
01 LDN dot
02 SUB dot      ; -2 x dot
03 STO dot
04 LDN dot
05 STO dot      ; 2 x dot: one place to the right
06 CMP          ; at the right edge?
07 JMP 0        ; no: line 0 is 0, so on from line 1
08 STP
31 dot: NUM 1
