# SPDX-License-Identifier: MIT
# Signals at random moments. What ends a run in time leaves a trace that is the
# whole one's beginning; what kills it leaves the older file, and of an FST its
# beginning too.

# Sets $moment, in seconds. Not in a subshell, which has a RANDOM of its own.
choose_moment() {
  printf -v moment 0.%03d $((RANDOM % longest + 1))
}

# text FILE: a trace as VCD.
text() {
  case $1 in
  *.gz*) gzip -dc "$1" ;;
  *.fst*) fst2vcd -f "$1" ;;
  *) cat "$1" ;;
  esac
}

# Is the text of file $1, but for its last time, where $new's begins?
is_beginning() {
  text "$1" >"$work/part" 2>"$work/lost" || return 1
  size=$(sed '$d' "$work/part" | wc -c)
  [ "$size" -gt "$least" ] && cmp -s -n "$size" "$work/part" "$work/whole"
}

# A longer case than most, and the text that its trace has in the end.
prepare_long() {
  prepare "$1"
  command="trace $P/first-2-18.asm --level rtl --orders $2"
  $SSEM $command -o "$new/$file"
  text "$new/$file" >"$work/whole"
  least=$(sed '/enddefinitions/q' "$work/whole" | wc -c)
}

# The new trace, whole or its beginning, and a view.
is_new() {
  [ "$(ls -A "$dir")" = "$(ls -A "$new")" ] && is_beginning "$dir/$file" &&
    ! cmp -s "$old/run.gtkw" "$dir/run.gtkw"
}

# asked SIGNAL STATUS: it comes, and the run ends as it should.
asked() {
  reset
  choose_moment
  try env --default-signal=$1 timeout --foreground --preserve-status -s $1 \
    $moment
  why=
  case $status in
  0) same_as "$new" || why="exit 0 and not the new files: $(listed)" ;;
  $2)
    in_time=$((in_time + 1))
    unchanged || is_new || why="neither the old files nor the new: $(listed)"
    ;;
  *) why="exit $status, expected $2: $said" ;;
  esac
  verdict "$file, SIG$1"
}

# Killed: the old files stand, or the new ones if they had just been finished;
# the next run clears up.
killed() {
  reset
  choose_moment
  try timeout --foreground -s KILL $moment
  why=
  rest=$(ls "$dir" | grep '\.part$')
  mkdir "$work/aside"
  [ -z "$rest" ] || mv "$dir"/*.part "$work/aside"
  if [ $status = 0 ]; then
    same_as "$new" || why="exit 0 and not the new files: $(listed)"
  else
    unchanged || same_as "$new" ||
      why="killed and neither the old files nor the new: $(listed)"
  fi
  [ -z "$rest" ] || mv "$work/aside"/* "$dir"
  rmdir "$work/aside"
  try
  same_as "$new" || why="$why what was left is not swept: $(listed)"
  verdict "$file, SIGKILL"
}

signals() {
  in_time=0
  for file in run.vcd run.vcd.gz run.fst; do
    prepare_long $file 1000
    for with_old in 1 0; do
      for turn in 1 2 3 4 5 6 7; do
        asked INT 130
        asked TERM 143
        asked HUP 129
        killed
      done
    done
  done
  why=
  [ $in_time -ge 10 ] || why="only $in_time"
  verdict "signals that came before the end"
}

# Fifty times, killed after something has been written: what there is of the
# FST is read, and is the beginning of the whole; and that is what the VCD says.
killed_fst() {
  prepare_long run.fst 6000
  with_old=1
  turn=0
  while [ $turn -lt 50 ]; do
    reset
    choose_moment
    try timeout --foreground -s KILL $moment
    part=$(ls "$dir"/*.part 2>/dev/null)
    [ $status = 137 ] && [ -s "$part" ] || continue
    why=
    least=0
    is_beginning "$part" || why="not the beginning: $(head -1 "$work/lost")"
    verdict "run.fst, killed, $(stat -c %s "$part") bytes"
    turn=$((turn + 1))
  done
  opens_in_gtkwave "$part"
}

# GTKWave tells FST by its content, and finds every signal.
opens_in_gtkwave() {
  cat >"$work/count.tcl" <<'EOF'
puts "signals: [gtkwave::getNumFacs]"
gtkwave::/File/Quit
EOF
  found=$(timeout 120 xvfb-run -a gtkwave -f "$1" -S "$work/count.tcl" 2>&1 \
    </dev/null | sed -n 's/^signals: //p')
  why=
  [ "$found" = "$(grep -c '^\$var' "$work/whole")" ] ||
    why="GTKWave finds '$found' signals"
  verdict "run.fst, killed, in GTKWave"
}

# The changes of a VCD, sorted, each with its time and the name of its signal.
changes() {
  awk '/^\$scope/ { scope = scope $3 "." }
    /^\$upscope/ { sub(/[^.]*\.$/, "", scope) }
    /^\$var/ { name[$4] = scope $5 }
    /^#/ { time = substr($0, 2) }
    /^[01]/ { print time, name[substr($0, 2)], substr($0, 1, 1) }
    /^b/ { sub(/^b0*/, "b"); print time, name[$2], $1 }
    /^s/ { print time, name[$2], $1 }' "$1" | LC_ALL=C sort
}

# What killed_fst compares with: every change of the VCD.
whole_fst_is_the_vcd() {
  $SSEM $command -o "$work/whole.vcd" 2>/dev/null
  changes "$work/whole" >"$work/changes.fst"
  changes "$work/whole.vcd" >"$work/changes.vcd"
  why=
  [ "$(wc -l <"$work/changes.vcd")" -gt 1000000 ] || why="too few changes"
  cmp -s "$work/changes.fst" "$work/changes.vcd" || why="$why not the VCD"
  verdict "run.fst as a whole"
}
