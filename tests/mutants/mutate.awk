# SPDX-License-Identifier: MIT
# mutate.awk - the table of mutants, read.
#
#   awk -f mutate.awk list=all mutants.txt          names, one a line
#   awk -f mutate.awk list=check mutants.txt        those of make check
#   awk -f mutate.awk name=N key=K mutants.txt      one value of one record
#   awk -f mutate.awk name=N mutants.txt            the mutated file itself
#
# Fails, and says why, unless the old text stands exactly once in the file.
function fail(text) {
  print "mutants: " name ": " text >"/dev/stderr"
  failed = 1
  exit 1
}
/^#/ || NF == 0 { next }
{
  at = index($0, ": ")
  k = substr($0, 1, at - 1)
  if (k == "name") {
    record = substr($0, at + 2)
    if (list == "all")
      print record
  }
  value[record, k] = substr($0, at + 2)
  if (k == "check" && list == "check")
    print record
}
END {
  if (failed || list != "")
    exit failed
  if (key != "") {
    print value[name, key]
    exit 0
  }
  file = value[name, "file"]
  old = value[name, "old"]
  if (file == "" || old == "")
    fail("no such record")
  while ((getline line <file) > 0) {
    at = index(line, old)
    if (at > 0) {
      found++
      rest = substr(line, at + length(old))
      if (index(rest, old) > 0)
        found++
      line = substr(line, 1, at - 1) value[name, "new"] rest
    }
    print line
  }
  if (found != 1)
    fail("the old text stands " found + 0 " times in " file)
}
