; SPDX-License-Identifier: MIT
; The first program, as amended on 18 July 1948: highest proper factor of 35
; Source: known. T. Kilburn's program, in G. C. Tootill's notebook; six sources
; agree on every line.
; Watch: line 27, where the multiples of b are taken from a, and line 26, which
; holds -b; b comes down from a - 1 until it divides a.
; A first program to run: 504 orders.
; expect: orders 504
; expect: CI 13
; expect: A 0
; expect: line 26 = -7
; expect: line 27 = 7
01 LDN 24
02 STO 26       ; the first b is a - 1, kept as -b
03 LDN 26
04 STO 27       ; b
05 LDN 23       ; a
06 SUB 27       ; take b away
07 CMP          ; until it is negative
08 JRP 20       ; back to 06
09 SUB 26       ; add b again: the remainder
10 STO 25
11 LDN 25
12 CMP          ; - remainder: negative unless b divides a
13 STP          ; it does: b is in line 27
14 LDN 26
15 SUB 21       ; b - 1
16 STO 27
17 LDN 27
18 STO 26
19 JMP 22       ; back to 05, the new b being in line 27 with its sign turned
20 NUM -3
21 NUM 1
22 NUM 4
23 NUM -35
24 NUM 34
