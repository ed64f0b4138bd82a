# SPDX-License-Identifier: MIT
# build.sh - make one mutant of the machine; to be sourced, at the top of the
# tree. B is the build directory, where make has left tests/mutants/settings.
#
#   build_mutant NAME      its object in $object, its level in $level, its
#                          directory, with a log, in $dir; false if it fails
#   link_mutant OUT FILES  $object and these, before what make has built
table=tests/mutants/mutants.txt
B=${B:-build}
export B
case $B in /*) . "$B/tests/mutants/settings" ;;
*) . "./$B/tests/mutants/settings" ;; esac

value() {
  awk -f tests/mutants/mutate.awk name="$1" key="$2" $table
}

build_mutant() {
  dir=$B/mutants/$1
  file=$(value "$1" file)
  rm -rf "$dir" && mkdir -p "$dir/rtl" || return 1
  case $file in
  sim/ssem.c)
    level=serial
    object=$dir/ssem.o
    awk -f tests/mutants/mutate.awk name="$1" $table >"$dir/ssem.c" &&
      $CC -std=c11 -O2 $SAN -w -I. -Isim -c "$dir/ssem.c" -o "$object"
    ;;
  rtl/*.v)
    level=rtl
    object=$dir/all.o
    cp rtl/*.v "$dir/rtl" &&
      awk -f tests/mutants/mutate.awk name="$1" $table >"$dir/$file" &&
      $VERILATOR --cc -Wno-lint --no-MMD --top-module probe --prefix Vssem \
        --Mdir "$dir/Vssem" -I"$B/rtl" sim/level/probe.vlt sim/level/probe.v \
        "$dir"/rtl/*.v &&
      { cat "$dir"/Vssem/*.cpp sim/level/rtl.cpp; } >"$dir/all.cc" &&
      $CXX -std=c++17 -O1 -w -I. -Isim -Isim/level -I"$dir/Vssem" -I"$ROOT/include" \
        -I"$ROOT/include/vltstd" -c "$dir/all.cc" -o "$object"
    ;;
  *) echo "no way to build a mutant of $file" >&2 && false ;;
  esac >"$dir/log" 2>&1 || { cat "$dir/log" >&2; return 1; }
}

link_mutant() {
  out=$1
  shift
  $CC $SAN "$object" "$@" "$B/libssem.a" $LDLIBS -o "$out" 2>"$dir/log" ||
    { cat "$dir/log" >&2; return 1; }
}
