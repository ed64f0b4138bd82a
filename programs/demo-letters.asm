; SPDX-License-Identifier: MIT
; A name comes out on the tube
; Source: ours.
; Watch: the store: each line of lines 20 to 26 has its sign turned, and
; the name stands there when the machine stops.
; expect: orders 15
; expect: CI 15
; expect: A 69092472
; expect: line 20 = 287193208
; expect: line 21 = 287458440
; expect: line 22 = 170017928
; expect: line 23 = 69106808
; expect: line 24 = 69354632
; expect: line 25 = 69354632
; expect: line 26 = 69092472
01 LDN 20
02 STO 20
03 LDN 21
04 STO 21
05 LDN 22
06 STO 22
07 LDN 23
08 STO 23
09 LDN 24
10 STO 24
11 LDN 25
12 STO 25
13 LDN 26
14 STO 26
15 STP
20 NUM -287193208  ;    ####    ###   ####   #   #
21 NUM -287458440  ;    #   #  #   #  #   #  #   #
22 NUM -170017928  ;    #   #  #   #  #   #   # #
23 NUM -69106808   ;    ####   #####  ####     #
24 NUM -69354632   ;    #   #  #   #  #   #    #
25 NUM -69354632   ;    #   #  #   #  #   #    #
26 NUM -69092472   ;    ####   #   #  ####     #
