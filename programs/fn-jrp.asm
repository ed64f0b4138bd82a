; SPDX-License-Identifier: MIT
; JRP: a line is added to CI
; Source: ours.
; Watch: a jump forward over three lines, then one back to line 3.
; expect: orders 3
; expect: CI 3
; expect: A 0
01 JRP 20       ; CI = 1 + 3, then 5
02 STP          ; not here
03 STP
05 JRP 21       ; CI = 5 - 3, then 3
06 STP          ; nor here
20 NUM 3
21 NUM -3
