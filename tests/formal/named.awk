# SPDX-License-Identifier: MIT
# named.awk - is every claim of every statement one that a fault must be found
# by? Reads the tables of faults, then the golden files of the theorems; prints
# the claims that no fault names, but for those that "none:" excuses.
/^by: |^none: / {
  kind = $1
  n = split(substr($0, length($1) + 1), items, ";")
  for (i = 1; i <= n; i++) {
    m = split(items[i], words, " ")
    for (j = 2; j <= m; j++) {
      claim = words[j]
      sub(/\.[0-9]+(-[0-9]+)?$/, "", claim)
      if (sub(/#/, "", claim))
        for (line = 0; line < 32; line++)
          name(words[1], sprintf("%s%02d", claim, line))
      else
        name(words[1], claim)
    }
  }
}
FILENAME !~ /theorem/ { next }
/^[0-9]+\.[0-9]+ / { statement = $1 }
/^  false in / { look("astray") }
/^  [0-9]+ equations of each: / { first = 5 }
/^    / { first = 1 }
/^  [0-9]+ equations of each: |^    / {
  for (i = first; i <= NF; i++)
    look($i)
}
function name(statement, claim) {
  if (kind == "by:")
    named[statement, claim] = 1
  else
    excused[statement, claim] = 1
}
function look(claim) {
  claims++
  if ((statement, claim) in named)
    return
  if ((statement, claim) in excused) {
    none++
  } else {
    print "no fault names " statement " " claim
    missing++
  }
}
END {
  print claims " claims; " none + 0 " excused, " missing + 0 \
    " that no fault must be found by"
  exit missing > 0 || claims == 0
}
