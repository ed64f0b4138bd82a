# SPDX-License-Identifier: MIT
# count.awk - Yosys's stat as a table: the cells of each unit, one a line.
BEGIN {
  print "unit           AND    OR   XOR   NOT choice flip-flops  cells"
}
function row(unit) {
  total = n["$_AND_"] + n["$_OR_"] + n["$_XOR_"] + n["$_NOT_"] + \
          n["$_MUX_"] + n["$_DFF_P_"]
  printf "%-12s %5d %5d %5d %5d %6d %10d %6d\n", unit, n["$_AND_"],
         n["$_OR_"], n["$_XOR_"], n["$_NOT_"], n["$_MUX_"], n["$_DFF_P_"],
         total
}
/^===/ {
  if (unit != "" && unit != "ssem")
    row(unit)
  unit = $2 == "design" ? "all" : $2
  delete n
}
/^ +\$/ { n[$1] = $2 }
END {
  row("all")
  print "and the store tube, a memory of 32 lines of 32 digits"
}
