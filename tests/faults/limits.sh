# SPDX-License-Identifier: MIT
# Limits of a process, names that no file can have, and streams that cannot be
# written.

# limited OPTION VALUE: the case with ulimit -OPTION VALUE.
limited() {
  said=$(
    exec 2>&1
    ulimit "$1" "$2"
    exec $SSEM $command -o "$dir/$file"
  )
  status=$?
}

size_of_a_file() {
  for file in run.vcd run.vcd.gz run.fst fig.svg tube.svg list.lst; do
    prepare $file
    with_old=1 first=
    for kilobytes in 0 1 2 3 4 5 8 12 16 17 24 32 33 48 64 65 96 128 160 999; do
      reset
      limited -f $kilobytes
      judge 4 "$file, ulimit -f $kilobytes"
      first=${first:-$status}
    done
    both_ends "$file, ulimit -f from 0 to enough"
  done
}

# What the loader or the shell cannot start (126, 127) has not begun.
memory() {
  for level in serial rtl isa; do
    prepare run.fst
    command="trace $P/first-2-18.asm --grain order --orders 300 --level $level"
    $SSEM $command -o "$new/$file"
    with_old=1
    for megabytes in 4 5 6 7 8 9 10 11 12 13 14 16 18 20 24 28 32 48 64; do
      reset
      limited -v $((1000 * megabytes))
      [ $status != 126 ] && [ $status != 127 ] || continue
      judge "2 4" "$level, ulimit -v $((1000 * megabytes))"
    done
  done
}

open_files() {
  prepare run.fst
  with_old=1
  for number in 3 4 5 6 7 8; do
    reset
    limited -n $number
    [ $status != 126 ] && [ $status != 127 ] || continue
    judge "2 4" "ulimit -n $number"
  done
}

# Under each name nothing can be written, and nothing is.
names() {
  prepare run.vcd
  with_old=1
  long=$(printf '%0256d' 0)
  for format in vcd vcd.gz fst svg; do
    for name in none/x x/$long $long run.vcd/x circle directory; do
      reset
      mkdir "$dir/x" "$dir/directory.$format"
      ln -s "circle2.$format" "$dir/circle.$format"
      ln -s "circle.$format" "$dir/circle2.$format"
      stood=$(ls -lAR "$dir")
      said=$($SSEM trace "$P/fn-ldn.asm" -o "$dir/$name.$format" 2>&1)
      status=$? why=
      [ $status = 4 ] || why="exit $status, expected 4: $said"
      [ -n "$said" ] || why="$why without a word"
      [ "$(ls -lAR "$dir")" = "$stood" ] || why="$why something was written"
      verdict "a name like ${name:0:20}.$format"
    done
  done
}

# Everything that a command says may fail to be said.
streams() {
  while read -r line; do
    for to in ">/dev/full" ">&-"; do
      said=$(eval "timeout 20 $SSEM $line $to" 2>&1)
      status=$? why=
      [ $status = 4 ] || why="exit $status, expected 4: $said"
      [ -n "$said" ] || why="$why without a word"
      verdict "$line $to"
    done
  done <<EOF
run $P/first-35.asm
run --json $P/first-35.asm
run --log $P/first-2-18.asm
run --log --json $P/first-2-18.asm
check $P/first-35.asm
check --json $P/first-35.asm
trace $P/first-2-18.asm -o -
trace $P/first-2-18.asm --grain order --level isa -o -
tube $P/first-35.asm
asm $P/first-35.asm
dis $P/first-35.asm
dis $P/first-35.asm -o -
--help
--version
trace --help
EOF
}
