# SPDX-License-Identifier: MIT
# What the pages of tests/faults share. After each fault the same is asked: is
# the exit status right; is each file the old one whole or the new one whole,
# and with exit 0 the new one; is nothing else left.
#
# A case is a command that writes FILE (and perhaps a view) into the directory
# $dir; $old holds what was there before, $new what the command writes if
# nothing goes wrong. Both were made by prepare.

passed=0 failed=0

pass() {
  passed=$((passed + 1))
}

fail() {
  failed=$((failed + 1))
  echo "failed: $*" >&2
}

# verdict FAULT: count it; $why says what was wrong, or nothing.
verdict() {
  if [ -z "$why" ]; then pass; else fail "$1: $why"; fi
}

by_order='--level isa --grain order'

# The commands that write files, by the name of what they write: a traced file
# has some forty blocks of 4 kB.
command_of() {
  case $1 in
  tube.*) echo "tube $P/first-35.asm" ;;
  *.svg) echo "trace $P/fn-sub.asm --orders 8" ;;
  *.snp | *.asm | *.lst) echo "dis $P/first-2-18.asm" ;;
  order.fst) echo "trace $P/first-2-18.asm $by_order --orders 100000" ;;
  order.*) echo "trace $P/first-2-18.asm $by_order --orders 2000" ;;
  *.fst) echo "trace $P/first-2-18.asm --level waves --orders 3500" ;;
  *.gz) echo "trace $P/first-2-18.asm --level waves --orders 400" ;;
  *) echo "trace $P/first-2-18.asm --level waves --orders 40" ;;
  esac
}

# try [COMMAND...]: the case in $dir, started by COMMAND (nice, timeout, ...).
# Sets $status and $said.
try() {
  said=$("$@" $SSEM $command -o "$dir/$file" 2>&1)
  status=$?
}

# prepare FILE: $old with an older file and its view, $new with what comes.
prepare() {
  file=$1
  command=$(command_of "$file")
  rm -rf "$work/old" "$work/new"
  mkdir "$work/old" "$work/new"
  old=$work/old new=$work/new
  case $file in
  *.vcd | *.vcd.gz | *.fst) $SSEM trace "$P/fn-ldn.asm" -o "$old/$file" ;;
  *) echo old >"$old/$file" ;;
  esac
  cp -p "$old"/* "$new"
  $SSEM $command -o "$new/$file"
}

# Put the old files back, and nothing else. Any room that was taken is free.
reset() {
  rm -rf "${dir:?}"/* "$dir"/.[!.]*
  if [ "$with_old" = 1 ]; then cp -p "$old"/* "$dir"; fi
}

# Is every file in $dir as in $1, and none missing?
same_as() {
  [ "$(ls -A "$dir")" = "$(ls -A "$1")" ] || return 1
  for f in "$1"/*; do
    cmp -s "$f" "$dir/${f##*/}" || return 1
  done
}

# Is $dir as it was before?
unchanged() {
  if [ "$with_old" = 1 ]; then same_as "$old"; else [ -z "$(ls -A "$dir")" ]; fi
}

# What there is, for a person.
listed() {
  ls -A "$dir" | tr '\n' ' '
}

# judge LIST FAULT: what came of the last try; LIST are the statuses of a
# failure that is told in words.
judge() {
  why=
  if [ "$status" = 0 ]; then
    same_as "$new" || why="exit 0 and not the new files: $(listed)"
  else
    case " $1 " in
    *" $status "*) ;;
    *) why="exit $status, expected $1: $said" ;;
    esac
    unchanged || why="$why exit $status and not the old files: $(listed)"
    [ -n "$said" ] || why="$why exit $status without a word"
  fi
  verdict "$2"
}

# both_ends ROW: the last case of a row must have succeeded, and the first failed.
both_ends() {
  why=
  [ "$first" = 4 ] && [ "$status" = 0 ] ||
    why="exit $first at first and $status at last, expected 4 and 0"
  verdict "$1"
}

# A command that does what ours must not, in place of it: each is found out.
finds_out() {
  local right=$SSEM counted="$passed $failed" found
  prepare run.vcd
  with_old=1
  printf '#!/bin/bash\nfile=${@: -1}\n%s\n' "$2" >"$work/wrong"
  chmod +x "$work/wrong"
  reset
  SSEM=$work/wrong
  try
  judge "4" "$1" 2>/dev/null
  found=$why SSEM=$right why=
  read -r passed failed <<<"$counted"
  [ -n "$found" ] || why="not found out"
  verdict "a command that $1"
}

finds_out_every_wrong() {
  finds_out "writes half and exits 0" 'echo half >"$file"'
  finds_out "writes nothing and exits 0" ':'
  finds_out "loses the old file" 'rm "$file"; echo no; exit 4'
  finds_out "writes half and exits 4" 'echo half >"$file"; echo no; exit 4'
  finds_out "leaves a part" ': >"$file.1-0.part"; echo no; exit 4'
  finds_out "fails without a word" 'exit 4'
  finds_out "is killed" 'echo no; kill -BUS $$'
  finds_out "loses the view" 'rm "${file%.vcd}.gtkw"; echo no; exit 4'
}
