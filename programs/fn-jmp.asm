; SPDX-License-Identifier: MIT
; JMP: CI takes all of a line, and is then incremented
; Source: ours.
; Watch: a jump to line 5, then one to -1, which goes on in line 0.
; expect: orders 3
; expect: CI 0
; expect: A 0
00 STP
01 JMP 20       ; CI = 4, then 5
02 STP          ; not here
05 JMP 21       ; CI = -1, then 0
06 STP          ; nor here
20 EJA 5
21 NUM -1
