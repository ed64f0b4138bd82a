; SPDX-License-Identifier: MIT
; Walks over the whole store by rewriting an order: the only way to count
; through a table on a machine without index registers.
; Source: ours, for the bench.
; Watch: line 02, whose address goes from 0 to 31, and line 20, where the words
; gather, the sign of their sum being turned by each LDN.
; It never stops; of eleven orders one has just been written.
01 LDN 20
02 SUB 0        ; the order that walks
03 STO 20
04 LDN 2
05 SUB 21
06 STO 22
07 LDN 22       ; the same order, one line on
08 STO 2
09 SUB 23       ; past line 31?
10 CMP
11 JMP 25       ; yes: to 13
12 JMP 24       ; no: to 01
13 LDN 26       ; begin again at line 0
14 STO 2
15 JMP 24
21 NUM 1
23 NUM 32800    ; SUB 32
24 NUM 0
25 NUM 12
26 NUM -32768   ; SUB 0, its sign turned
