; SPDX-License-Identifier: MIT
; A triangle drawn by an order that changes itself
; Source: ours.
; Watch: line 7: its STO goes down the tube, a line each time round, and
; lines 21 to 31 fill with 1, 2, 3 ... 11 digits.
; expect: orders 165
; expect: CI 15
; expect: A 0
; expect: line 21 = 1
; expect: line 25 = 31
; expect: line 31 = 2047
01 LDN row
02 SUB row
03 SUB one
04 STO row      ; -(2 x row + 1)
05 LDN row
06 STO row      ; row is one digit longer
07 draw: STO 21 ; this order is about to be rewritten
08 LDN draw
09 SUB one
10 STO new      ; -(the order + 1)
11 LDN new
12 STO draw     ; the same order on the next line
13 SUB past
14 CMP          ; still on the tube?
15 STP
16 JMP 0        ; yes: line 0 is 0, so on from line 1
17 one:  NUM 1
18 row:  NUM 0
19 new:  NUM 0
20 past: NUM 0x6020     ; STO 31, and one more
