; SPDX-License-Identifier: MIT
; Conformance: words. What is done to A and the store, at every edge
; Source: ours. docs/reference/conformance.md says what each order is for.
; Watch: -2^31, which is its own negative; 0, which is not negative; orders with
; digits that the machine ignores; stores into the next order and over itself.
; expect: orders 16
; expect: CI 18
; expect: A -8
; expect: line 13 = 32796
; expect: line 14 = -8
; expect: line 20 = -2147483648
; expect: line 21 = 2147483647
; expect: line 22 = -8
01 LDN 24       ; A = -2^31
02 STO 20
03 CMP          ; STO left A as it was, and -2^31 is negative:
04 STP          ; missed
05 SUB 25       ; 2^31 - 1, out of the range of 32 digits and on
06 STO 21
07 CMP          ; not negative
08 SUB5 26      ; the second code of SUB: -2^31 again
09 SUB5 24      ; 0
10 CMP          ; 0 is not negative
11 -40965       ; LDN 27 with every digit set that the machine ignores
12 STO 13       ; the next order becomes SUB 28
13 STP          ; not obeyed, it is gone
14 STO 14       ; over itself; the order was obeyed before it went
15 STO 22
16 -8215       ; CMP with digits to ignore
17 STP          ; missed, -8 is negative
18 -1           ; STP with digits to ignore
24 NUM -2147483648
25 NUM 1
26 NUM -1
27 NUM -32796   ; minus the word SUB 28
28 NUM 32804    ; A = -8
31 NUM 77       ; STP does not look at it
