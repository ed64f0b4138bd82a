; SPDX-License-Identifier: MIT
; Highest proper factor in 17 orders: 989
; Source: known. One family of sources only.
; Watch: line 20, which counts b down from 988 and ends one below the answer:
; 42, so the factor is 43.
; expect: orders 21387
; expect: CI 17
; expect: A 0
; expect: line 20 = 42
01 LDN 18       ; A = 0
02 LDN 19       ; a
03 SUB 20       ; take b away
04 CMP          ; until it is negative
05 JRP 21       ; back to 03
06 SUB 22       ; add b again: line 22 holds -b
07 STO 24       ; the remainder
08 LDN 22
09 SUB 23       ; b - 1
10 STO 20
11 LDN 20
12 STO 22       ; -(b - 1)
13 LDN 24
14 CMP          ; - remainder: negative unless b divides a
15 JMP 25       ; it does: to 17
16 JMP 18       ; to 01
17 STP
18 NUM 0
19 NUM -989
20 NUM 988
21 NUM -3
22 NUM -988
23 NUM 1
24 NUM 0
25 NUM 16
