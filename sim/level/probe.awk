# SPDX-License-Identifier: MIT
# probe.awk - sim/signals.def for probe.v: where each net of ssem stands in a
# digit period. The places are those of sim/period.h: signals of up to 8 digits
# a byte each, the others a word, in the order of the list. The strap is a port
# of the machine, not a register: it is seen, but not loaded.
#
#   awk -f sim/level/probe.awk sim/signals.def >signals.vh
function place(list, n, width, digits, net) {
  seen = seen " assign seen_" list "[" n "] = " \
         (digits < width ? "{" width - digits "'d0, " net "}" : net) ";"
  return "given_" list "[" n "]" (digits < width ? "[" digits - 1 ":0]" : "")
}
/^(TIME|HELD|WIRE)\(/ {
  split($0, part, /[(,] */)
  digits = part[4] + 0
  net = "ssem." part[2] "." part[3]
  given = digits <= 8 ? place("byte", bytes++ + 0, 8, digits, net) \
                      : place("held", words++ + 0, 32, digits, net)
  if (part[1] != "WIRE" && part[3] != "as_built")
    load = load " " net " <= " given ";"
}
END {
  print "`define PERIOD_BYTES " bytes
  print "`define PERIOD_WORDS " words
  print "`define PERIOD_SEEN" seen
  print "`define PERIOD_LOAD" load
}
