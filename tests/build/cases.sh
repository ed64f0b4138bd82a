# SPDX-License-Identifier: MIT
# cases.sh - what is done to the tree. Sourced by tests/build/run, whose words
# these are; each function runs in the tree with set -e.

first=programs/first-35.asm

a_path_with_a_space() {
  make -j1 # one step at a time: each finds the folder that it writes to
  build/ssem check --levels isa,serial,rtl,gates $first
  same_as_clean
}
try "a path with a space gives every level" a_path_with_a_space

nothing_to_do() {
  make >"$scratch/said"
  says 'Nothing to be done'
  make -q
}
try "where nothing changed nothing is built" nothing_to_do

short_lines() {
  rm -rf build
  build >"$scratch/said" 2>&1
  says '^  verilate rtl/ssem.v$'
  says '^  yosys rtl/ssem.v$'
  fails grep -E '^.{60}' "$scratch/said"
  fails grep -vE '^  [a-z+]+ [^ ]+$' "$scratch/said"
  rm build/sim/isa.o
  make V=1 >"$scratch/said"
  says '-c sim/isa.c'
}
try "a step is one short line, and V=1 shows the rest" short_lines

# From the settings built last to others, and back; nothing stays behind.
switch() {
  build $light
  build $light "$@"
  same_as_clean $light "$@"
  build $light
  same_as_clean $light
}
try "another CC builds everything anew" switch CC=clang
try "other CFLAGS build everything anew" switch CFLAGS=-O1
try "another VERSION builds everything anew" switch VERSION=9.9.9
try "SANITIZE=1 builds everything anew" switch SANITIZE=1

another_cxx() {
  build
  build CXX=clang++
  same_as_clean CXX=clang++
  build
  same_as_clean
}
try "another CXX builds everything anew" another_cxx

verilator_goes() {
  build VERILATOR=nosuch
  fails build/ssem check --levels isa,rtl $first
  says 'rtl was not built'
  same_as_clean VERILATOR=nosuch
  build
  build/ssem check --levels isa,rtl $first
  same_as_clean
}
try "where Verilator goes rtl goes, and both come back" verilator_goes

yosys_goes() {
  build YOSYS=nosuch
  fails build/ssem check --levels isa,gates $first
  says 'gates was not built'
  build/ssem check --levels isa,rtl $first
  same_as_clean YOSYS=nosuch
  build
  same_as_clean
}
try "where Yosys goes gates goes, and both come back" yosys_goes

# A compiler that finds no png.h.
libpng_goes() {
  mkdir -p nopng
  echo '#error none' >nopng/png.h
  build $light "CC=cc -Inopng"
  fails build/ssem tube $first -o "$scratch/tube.png"
  says 'PNG was not built'
  rm -r nopng
  build $light
  build/ssem tube $first -o "$scratch/tube.png"
  same_as_clean $light
}
try "where libpng goes pictures go, and both come back" libpng_goes

# make deps is one that installs a Verilator of ours.
deps_brings_a_tool() {
  mkdir -p bin
  printf '%s\n' '#!/bin/sh' 'echo deps was run' \
    "ln -s $(command -v verilator) bin/our-verilator" >.ci/deps
  make -n deps all VERILATOR=bin/our-verilator >"$scratch/said"
  fails grep 'deps was run' "$scratch/said"
  build deps all VERILATOR=bin/our-verilator >"$scratch/said"
  test "$(grep -c 'deps was run' "$scratch/said")" -eq 1
  build/ssem check --levels isa,rtl,gates $first
  rm -r bin
  mend .ci/deps
  build
  same_as_clean
}
try "what make deps installs, the same make finds" deps_brings_a_tool

deleted() {
  local lost
  build
  for lost in build/sim/isa.o build/libssem.a build/ssem build/rtl/verilated.o \
    build/rtl/Vssem.o build/rtl/Vssem/all.cc build/rtl/Vssem/Vssem.h \
    build/rtl/Vgates build/rtl/gates.v build/host.mk build/parts.mk; do
    echo "== $lost"
    rm -r "$lost"
    build
    same_as_clean
  done
}
try "what is deleted is made again" deleted

# Every other file of the build, by its name's sum.
half_deleted() {
  build
  find build -type f | while read -r file; do
    case $(echo "$file" | sha256sum) in
    [0-7]*) rm "$file" ;;
    esac
  done
  build
  same_as_clean
}
try "of a build with half of its files deleted a whole is made" half_deleted

gates_stat_deleted() {
  build build/rtl/gates.v
  make gates >"$scratch/cells"
  rm build/rtl/gates.stat
  make gates >"$scratch/said"
  says '^all  *[1-9]'
  tail -n 8 "$scratch/said" | diff - <(tail -n 8 "$scratch/cells")
}
try "gates.stat deleted is counted again" gates_stat_deleted

typo() {
  local page
  for page in rtl/accumulator.v rtl/ssem.v; do
    build
    echo 'endmodul' >>$page
    fails build
    says "$page"
    fails build
    mend $page
    build
    same_as_clean
  done
}
try "a typo in rtl/ is told and, corrected, forgotten" typo

typo_for_bench_and_prover() {
  local goals="build/bench/Vtwin/all.cc build/prove/rtl.aag build/prove/gates.aag"
  build $goals
  echo 'endmodul' >>rtl/store.v
  fails make -k $goals
  mend rtl/store.v
  build $goals
  make -q $goals
}
try "nor does it stay with the bench and the prover" typo_for_bench_and_prover

typo_in_c() {
  local page
  build $light
  for page in sim/isa.c sim/ssem.h Makefile; do
    echo '}{' >>$page
    fails build $light
    mend $page
    build $light
    same_as_clean $light
  done
}
try "a typo in C or in the Makefile is forgotten too" typo_in_c

typo_in_a_wrapper() {
  build
  echo '}{' >>sim/level/rtl.cpp
  fails build
  mend sim/level/rtl.cpp
  build
  same_as_clean
}
try "and one in what wraps the Verilog" typo_in_a_wrapper

pages_come_and_go() {
  build $light
  echo '#define ANSWER 42' >sim/extra.h
  printf '#include "extra.h"\nint extra(void);\nint extra(void)\n' >sim/extra.c
  echo '{ return ANSWER; }' >>sim/extra.c
  build $light
  nm build/libssem.a | grep -w extra
  rm sim/extra.h sim/extra.c
  build $light
  fails grep -w extra <(nm build/libssem.a)
  rm build/sim/extra.*
  same_as_clean $light
}
try "a page that goes leaves the library" pages_come_and_go

# The equation of borrow, spoilt: what runs is what stands on the page.
edit_the_verilog() {
  build
  sed -i '/borrow <= /s/ & !BO;/;/' rtl/accumulator.v
  fails cmp rtl/accumulator.v "$scratch/source/rtl/accumulator.v"
  build
  fails build/ssem check --levels isa,rtl $first
  says 'differ\|expected'
  mend rtl/accumulator.v
  build
  build/ssem check --levels isa,rtl $first
  same_as_clean
}
try "an edit in rtl/ is what runs" edit_the_verilog

edit_the_c() {
  build $light
  sed -i '/m->borrow = /s/ & !w->BO//' sim/ssem.c
  fails cmp sim/ssem.c "$scratch/source/sim/ssem.c"
  build $light
  fails build/ssem check --levels isa,serial $first
  mend sim/ssem.c
  build $light
  same_as_clean $light
}
try "an edit in sim/ssem.c is what runs" edit_the_c

lint_in_rtl() {
  build
  sed -i 's/^endmodule/  wire nobody = BO;\nendmodule/' rtl/accumulator.v
  build >"$scratch/said" 2>&1
  says '%Warning-UNUSED.*nobody'
  build/ssem check --levels isa,rtl $first
  fails build CI=1
  says '%Error'
  mend rtl/accumulator.v
  build CI=1
  build
  same_as_clean
}
try "a lint warning on rtl/ is shown, and fatal in CI only" lint_in_rtl

# Stopped early, half-way and late: by Ctrl-C, by a kill, and outright.
interrupted() {
  local signal after
  for signal in INT TERM KILL; do
    for after in 0.5 1.5 3 5; do
      echo "== $signal after $after s"
      rm -rf build
      timeout -s $signal $after make -j2 || true
      build
      same_as_clean
    done
  done
}
try "an interrupted make goes on where it was" interrupted

clean_removes_b() {
  build $light
  build $light B="other"
  make clean B="other"
  test ! -e other
  test -e build/ssem
  make -n clean all
  test -e build/ssem
  mkdir precious
  touch precious/file
  fails make clean B=precious
  says 'left alone'
  fails make -j2 clean all B=precious
  test -e precious/file
  rm -r precious
  make clean
  test ! -e build
  make clean
  test ! -e build
}
try "make clean removes B, and only a build" clean_removes_b

clean_and_all() {
  build $light
  touch build/left
  build clean all $light
  test ! -e build/left
  same_as_clean $light
}
try "make clean all cleans first" clean_and_all

tests_are_relinked() {
  build $light build/tests/test_isa
  build/tests/test_isa
  echo 'int spare;' >>sim/isa.c
  build $light build/tests/test_isa
  nm build/tests/test_isa | grep -w spare
  mend sim/isa.c
  build $light build/tests/test_isa
  fails grep -w spare <(nm build/tests/test_isa)
}
try "a test is linked with what is there now" tests_are_relinked
