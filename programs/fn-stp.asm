; SPDX-License-Identifier: MIT
; STP: the machine stops, and everything stays
; Source: ours.
; Watch: the stop lamp; CI stays on line 2, A keeps 9. KC goes on from line 3.
; expect: orders 2
; expect: CI 2
; expect: A 9
01 LDN 20
02 STP
03 SUB 20       ; not before KC
04 STP
20 NUM -9
