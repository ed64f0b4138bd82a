; SPDX-License-Identifier: MIT
; Off the bottom of the tube and on again at the top
; Source: ours.
; Watch: CI: a true CMP in line 30 misses line 31 and goes on in line 0,
; CI being 32. Line 23 counts -3, -2, -1; then CMP is false, and line 31 stops.
; expect: orders 21
; expect: CI 31
; expect: A 0
; expect: line 21 = 1
; expect: line 23 = -1
00 STO 23       ; reached from line 30 only
01 LDN 23
02 STO 21
03 JMP 20       ; to 28
20 EJA 28
21 NUM 0
22 NUM -1
23 NUM -3
28 LDN 21
29 SUB 22       ; one nearer to 0
30 CMP
31 STP
