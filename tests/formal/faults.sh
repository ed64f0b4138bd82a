# SPDX-License-Identifier: MIT
# faults.sh - read by refute and second-opinion: the tables of faults, and the
# programs of the prover for a machine that has one. B is the build directory.
mutate=tests/mutants/mutate.awk
tables="tests/mutants/mutants.txt tests/formal/faults.txt"
YOSYS=${YOSYS:-yosys}
B=${B:-build}
export B
case $B in /*) . "$B/tests/mutants/settings" ;;
*) . "./$B/tests/mutants/settings" ;; esac

# The names in all tables; with "check" the mutants and, of the faults, those
# marked so.
names() {
  awk -f $mutate list=all tests/mutants/mutants.txt
  awk -f $mutate list="$1" tests/formal/faults.txt
}

# The table in which the fault $1 stands.
table_of() {
  grep -l "^name: $1\$" $tables || { echo "$1: no such fault" >&2; false; }
}

# Key $2 of the fault $1.
value() {
  awk -f $mutate name="$1" key="$2" "$(table_of "$1")"
}

# The directory $1 for the fault $2, with its page in it and the circuits of the
# machine beside it.
place() {
  rm -rf "$1" && mkdir -p "$1/sim" "$1/rtl" || return 1
  for circuit in rtl gates; do
    ln -sf "$(realpath "$B/prove")/$circuit.aag" \
      "$(realpath "$B/prove")/$circuit.map" "$1"
  done
  awk -f $mutate name="$2" "$(table_of "$2")" >"$1/$(value "$2" file)"
}

# The circuit of the Verilog in $1/rtl, where a page of it is, as $1/$2.aag.
circuit() {
  cp -n rtl/*.v "$1/rtl"
  rm "$1/$2.aag" "$1/$2.map"
  $YOSYS -q -p "read_verilog $1/rtl/*.v" -p "script tests/formal/aiger.ys" \
    -p "write_aiger -ascii -vmap $1/$2.map $1/$2.aag" >"$1/log" 2>&1
}

# The objects of a kind, formula, record or plain, in $1/$2; that of the page $3
# made anew from the one in $1/sim. Those that begin a program stand apart.
objects() {
  page=$(basename "${3%.*}")
  if [ "$page" = wave ]; then page=waves; fi
  cp -n "sim/$page.c" sim/*.h "$1/sim"
  mkdir -p "$1/$2/main" && cp "$B/prove/$2/"*.o "$1/$2" || return 1
  for main in prover disprover lister opinion; do
    if [ -e "$1/$2/$main.o" ]; then mv "$1/$2/$main.o" "$1/$2/main"; fi
  done
  case $2 in
  formula) over="$CXX -std=c++20 -x c++ -include tests/formal/digit.h" ;;
  record) over="$CXX -std=c++20 -x c++ -include tests/formal/recorder.h" ;;
  plain) over="$CC -std=c11 $SAN" ;;
  esac
  $over -O1 -w -I. -I"$1/sim" -Isim -include tests/formal/faults.h \
    -c "$1/sim/$page.c" -o "$1/$2/$page.o"
}

# Link the program $1/$4, which $3 begins, of the objects $1/$2.
program() {
  $CXX "$1/$2/main/$3.o" "$1/$2"/*.o -o "$1/$4"
}
