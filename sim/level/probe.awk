# SPDX-License-Identifier: MIT
# probe.awk - sim/signals.def for probe.v: where each net of ssem goes in a
# packed digit period. The places are those of sim/period.h: signals of fewer
# than 32 digits one after the other, the others a word each, in the order of
# the list. The strap is a port of the machine, not a register: it is seen, but
# not loaded.
#
#   awk -f sim/level/probe.awk sim/signals.def >signals.vh
function join(list, net) {
  return list == "" ? net : net ", " list
}
/^(TIME|HELD|WIRE)\(/ {
  split($0, part, /[(,] */)
  net = "ssem." part[2] "." part[3]
  digits = part[4] + 0
  if (digits < 32) {
    seen = join(seen, net)
    from = "given[" at + digits - 1 ":" at + 0 "]"
    at += digits
  } else {
    held = join(held, net)
    from = "given_held[" 32 * words + 31 ":" 32 * words "]"
    words++
  }
  if (part[1] != "WIRE" && part[3] != "as_built")
    load = load " " net " <= " from ";"
}
END {
  width = 64 * int((at + 63) / 64)
  if (width > at)
    seen = width - at "'d0, " seen
  print "`define PERIOD_WIDTH " width
  print "`define PERIOD_WORDS " words
  print "`define PERIOD_SEEN {" seen "}"
  print "`define PERIOD_SEEN_HELD {" held "}"
  print "`define PERIOD_LOAD" load
}
