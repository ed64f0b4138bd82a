// SPDX-License-Identifier: MIT
/*
 * test_check_dump.c - ssem check --vcd: machines known by their waveform only.
 *
 * Two Verilog machines unlike ours (tests/machines) run in Icarus; one is
 * right, one has a wrong SUB. Our own dumps pass with a four-line map. Broken
 * dumps and maps are refused with the place.
 */
#include "support/lacks.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OURS "--map tests/machines/our.map"

static struct said s;

/* Let machine obey a program in Icarus, and check its dump. */
static void simulate(const char *machine, const char *program)
{
  char line[1024];

  need("vvp");
  snprintf(line, sizeof line,
           "iverilog -g2005 -o $TMP/m tests/machines/%s.v && $SSEM asm "
           "programs/%s.asm | awk -f tests/machines/memory.awk >$TMP/p.mem && "
           "timeout 60 vvp -n $TMP/m +memory=$TMP/p.mem +dump=$TMP/m.vcd "
           "+orders=3000 >/dev/null && cd $TMP && cp $OLDPWD/programs/%s.asm "
           "p.asm && cd $OLDPWD",
           machine, program, program);
  shell(&s, line);
  if (s.status != 0)
    fail_msg("%s, %s: %s", machine, program, s.err);
  snprintf(line, sizeof line,
           "T=$PWD; cd $TMP; case $SSEM in /*) ;; *) SSEM=$T/$SSEM;; esac; "
           "$SSEM check --vcd m.vcd --map $T/tests/machines/%s.map p.asm",
           machine);
  shell(&s, line);
}

static void a_word_parallel_machine_passes(void **state)
{
  static const char *const programs[] = { "first-35", "hcf-tootill", "fn-sub",
                                          "fn-sub5",  "fn-cmp",      "fn-jmp",
                                          "fn-jrp" };

  (void)state;
  for (unsigned i = 0; i < sizeof programs / sizeof programs[0]; i++) {
    simulate("parallel", programs[i]);
    if (s.status != 0 || strstr(s.out, "isa = m.vcd at every boundary") == NULL)
      fail_msg("%s: %d: %s%s", programs[i], s.status, s.out, s.err);
  }
}

static void a_wrong_SUB_is_found_at_its_order(void **state)
{
  (void)state;
  simulate("wrong_sub", "fn-sub");
  assert_string_equal(s.out, "p.asm: isa = m.vcd at every boundary, 8 orders, "
                             "stopped by STP in line 08; CI in digits 0 to 4 "
                             "only\n" SUB_LACKS);
  assert_int_equal(s.status, 0);
  simulate("wrong_sub", "fn-sub5");
  assert_string_equal(
    s.out,
    "p.asm: after order 2 (02: SUB5 21), time 25 (25 us): A: "
    "expected 7, found 10 (digits 0, 2, 3) (expected: isa, found: m.vcd)\n"
    "  order 1 (01: LDN 20)\n"
    "  order 2 (02: SUB5 21)\n");
  assert_int_equal(s.status, 1);
}

static void our_own_trace_passes_with_four_lines(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/first-35.asm -o $TMP/a.vcd && $SSEM check "
            "--vcd $TMP/a.vcd " OURS " programs/first-35.asm | sed s,$TMP/,,");
  assert_string_equal(s.out, "programs/first-35.asm: isa = a.vcd at every "
                             "boundary, 504 orders, stopped by STP in line "
                             "13\n" LACKS);
  shell(&s, "gzip -k $TMP/a.vcd && $SSEM check --vcd $TMP/a.vcd.gz " OURS
            " programs/first-35.asm");
  assert_int_equal(s.status, 0);
  shell(&s, "$SSEM check --vcd $TMP/a.vcd " OURS " programs/first-989.asm");
  assert_int_equal(s.status, 1);
}

static void an_fst_passes_through_fst2vcd(void **state)
{
  (void)state;
  need("vcd2fst");
  shell(&s,
        "$SSEM trace programs/fn-sub.asm -o $TMP/f.vcd --no-strings && "
        "vcd2fst $TMP/f.vcd $TMP/f.fst && $SSEM check --vcd $TMP/f.fst " OURS
        " programs/fn-sub.asm");
  assert_int_equal(s.status, 0);
}

static void without_fst2vcd_it_is_said_what_to_install(void **state)
{
  (void)state;
  need_processor("posix_spawn: an emulator does not tell what was not found");
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/f.fst && PATH=/nowhere "
            "$SSEM check --vcd $TMP/f.fst " OURS " programs/fn-sub.asm");
  assert_int_equal(s.status, 4);
  assert_non_null(strstr(s.err, "apt-get install gtkwave"));
}

/* Check $TMP/f.vcd, f.vcd.gz and f.fst under another name, in the words of the
 * command line; the status. */
static int checked(const char *make, const char *dump)
{
  char line[512];

  snprintf(line, sizeof line,
           "cd $TMP && rm -f d* D* && %s && cd $OLDPWD && timeout 20 $SSEM "
           "check %s " OURS " programs/fn-sub.asm",
           make, dump);
  shell(&s, line);
  return s.status;
}

static void make_all_formats(void)
{
  need("fst2vcd");
  shell(&s, "for f in vcd vcd.gz fst; do $SSEM trace programs/fn-sub.asm "
            "-o $TMP/f.$f || exit 9; done");
  assert_int_equal(s.status, 0);
}

static void a_dump_is_told_by_what_is_in_it(void **state)
{
  static const struct {
    const char *make, *dump;
  } all[] = {
    { "cp f.fst d.vcd", "--vcd $TMP/d.vcd" },
    { "cp f.fst D.FST", "--vcd $TMP/D.FST" },
    { "cp f.fst d", "--vcd $TMP/d" },
    { "cp f.vcd d.fst", "--vcd $TMP/d.fst" },
    { "cp f.vcd.gz d.fst", "--vcd $TMP/d.fst" },
    { "cp f.vcd.gz D.VCD", "--vcd $TMP/D.VCD" },
    { "cp f.vcd D.VCD.GZ", "--vcd $TMP/D.VCD.GZ" },
    { "cp f.fst D.FST", "--levels isa,$TMP/D.FST" },
    { "cp f.vcd.gz D.VCD", "--levels isa,$TMP/D.VCD" },
    { ":", "--vcd - <$TMP/f.fst" },
    { ":", "--vcd - <$TMP/f.vcd.gz" },
    { "mkfifo d.VCD; cat f.vcd.gz >d.VCD &:", "--vcd $TMP/d.VCD" },
  };

  (void)state;
  make_all_formats();
  for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)
    if (checked(all[i].make, all[i].dump) != 0)
      fail_msg("%s, %s: %d: %s", all[i].make, all[i].dump, s.status, s.err);
}

static void fst_that_is_no_file_is_refused(void **state)
{
  static const struct {
    const char *make, *dump;
  } all[] = {
    { "mkfifo d.fst", "--vcd $TMP/d.fst" }, /* nobody opens it */
    { "mkfifo D.FST", "--levels isa,$TMP/D.FST" },
    { "mkfifo d.vcd; cat f.fst >d.vcd &:", "--vcd $TMP/d.vcd" },
    { "gzip <f.fst >d.fst", "--vcd $TMP/d.fst" },
  };

  (void)state;
  make_all_formats();
  for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)
    if (checked(all[i].make, all[i].dump) != 2 ||
        strstr(s.err, "FST can be read from a file only, not from a pipe nor "
                      "within gzip\n") == NULL)
      fail_msg("%s, %s: %d: %s", all[i].make, all[i].dump, s.status, s.err);
  shell(&s, "cat $TMP/f.fst | timeout 20 $SSEM check --vcd /dev/stdin " OURS
            " programs/fn-sub.asm");
  assert_int_equal(s.status, 2);
  assert_non_null(strstr(s.err, "FST can be read from a file only, not from a "
                                "pipe"));
}

static void a_window_is_checked_from_its_order(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/first-35.asm -o $TMP/w.vcd --from 100 "
            "--orders 20");
  shell(&s, "$SSEM check --vcd $TMP/w.vcd " OURS
            " --from 100 programs/first-35.asm");
  assert_int_equal(s.status, 3); /* agrees, ends before the STP */
  shell(&s, "$SSEM check --vcd $TMP/w.vcd " OURS " programs/first-35.asm");
  assert_int_equal(s.status, 1);
  assert_non_null(strstr(s.out, ": before order 1, "));
}

/* Cut in a line near its end, plain and packed. */
static void a_cut_dump_keeps_its_verdict(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/first-35.asm -o $TMP/all.vcd && cd $TMP && "
            "gzip -k all.vcd && awk 'NR > 50000 && /^b/ { "
            "printf \"%s\", substr($0, 1, 2); exit } { print }' all.vcd "
            ">c.vcd && "
            "head -c 90000 all.vcd.gz >d.vcd.gz && tail -c 1 c.vcd | od -c");
  assert_null(strstr(s.out, "\\n"));
  shell(&s, "$SSEM check --vcd $TMP/c.vcd " OURS " programs/first-35.asm | "
            "sed s,$TMP/,,");
  assert_non_null(strstr(s.out, "isa = c.vcd at every boundary, "));
  assert_non_null(strstr(s.out, " orders, not stopped; the dump is cut short "
                                "in its line "));
  shell(&s, "$SSEM check --vcd $TMP/c.vcd " OURS " programs/first-35.asm");
  assert_int_equal(s.status, 3);
  shell(&s, "$SSEM check --json --vcd $TMP/d.vcd.gz " OURS
            " programs/first-35.asm");
  assert_int_equal(s.status, 3);
  assert_non_null(strstr(s.out, "\"agree\":true,\"stopped\":false,"));
  assert_non_null(strstr(s.out, "\"cut\":true,"));
  assert_string_equal(s.err, "");
}

/* The last bar alone shows its boundary, and no more. */
static void a_dump_that_only_reaches_the_STP_says_so(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/r.vcd --orders 8 && "
            "$SSEM check --vcd $TMP/r.vcd " OURS
            " programs/fn-sub.asm | sed s,$TMP/,,");
  assert_string_equal(s.out, "programs/fn-sub.asm: isa = r.vcd at every "
                             "boundary, 8 orders, reached STP in line 08; the "
                             "dump ends there\n" SUB_LACKS);
  shell(&s, "$SSEM check --json --vcd $TMP/r.vcd " OURS " programs/fn-sub.asm");
  assert_int_equal(s.status, 3);
  assert_non_null(strstr(s.out, "\"agree\":true,\"stopped\":false,"));
  shell(&s, "(cat tests/machines/our.map; echo stop = ssem.timebase.stop) "
            ">$TMP/r.map; $SSEM check --vcd $TMP/r.vcd --map $TMP/r.map "
            "programs/fn-sub.asm");
  assert_non_null(strstr(s.out, "stopped by STP in line 08\n"));
  assert_int_equal(s.status, 0);
  shell(&s, "sed s/timebase.stop/timebase.stop==2/ $TMP/r.map >$TMP/n.map; "
            "$SSEM check --vcd $TMP/r.vcd --map $TMP/n.map "
            "programs/fn-sub.asm");
  assert_non_null(strstr(s.out, "reached STP in line 08; the map's stop does "
                                "not come\n"));
  assert_int_equal(s.status, 3);
}

static void a_dump_may_stand_among_levels(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/l.vcd; $SSEM check "
            "--levels isa,serial,$TMP/l.vcd,waves " OURS
            " programs/fn-sub.asm | sed s,$TMP/,,");
  assert_string_equal(s.out,
                      "programs/fn-sub.asm: isa = serial = waves = l.vcd at "
                      "every boundary, 8 orders, stopped by STP in line 08\n"
                      "  and serial = waves on every signal in 1296 digit "
                      "periods\n" SUB_LACKS);
  shell(&s, "$SSEM check --json --levels isa,serial,$TMP/l.vcd " OURS
            " programs/fn-sub.asm | sed s,$TMP/,,");
  assert_non_null(strstr(s.out, "\"levels\":[\"isa\",\"serial\",\"l.vcd\"],"));
  assert_non_null(
    strstr(s.out, "\"agree\":true,\"stopped\":true,\"orders\":8,"));
  assert_non_null(strstr(s.out, "\"boundaries\":8,\"time\":"));
  assert_non_null(strstr(s.out, "\"found\":[],\"difference\":null}"));
  shell(&s, "$SSEM check --json --levels isa,serial,$TMP/l.vcd " OURS
            " programs/fn-cmp.asm | sed s,$TMP/,,g");
  assert_int_equal(s.status, 0); /* of sed */
  assert_non_null(strstr(s.out, "\"agree\":false,"));
  assert_non_null(strstr(s.out, "\"found\":[\"l.vcd\"],\"difference\":\""));
  assert_non_null(strstr(s.out, "before order 1, time "));
  assert_non_null(strstr(s.out, "(expected: isa and serial, found: l.vcd)\"}"));
}

static void a_dump_among_levels_may_begin_later(void **state)
{
  (void)state;
  shell(&s, "$SSEM trace programs/first-35.asm -o $TMP/m.vcd --from 490");
  shell(&s, "$SSEM check --levels serial,waves,$TMP/m.vcd " OURS
            " --from 490 programs/first-35.asm | sed s,$TMP/,,");
  assert_string_equal(
    s.out,
    "programs/first-35.asm: serial = waves = m.vcd at every "
    "boundary, 504 orders, stopped by STP in line 13\n"
    "  and serial = waves on every signal in 2268 digit "
    "periods\n"
    "  not covered: never obeyed: JMP, SUB by 5; no store into the next order; "
    "no store into itself; no jump over 31; CI never wrapped; no skip past "
    "line 31; -2^31 never negated; no overflow; no digits ignored\n");
  shell(&s, "$SSEM check --levels isa,serial,$TMP/m.vcd " OURS
            " --from 489 programs/first-35.asm");
  assert_int_equal(s.status, 1);
  assert_non_null(strstr(s.out, "before order 489, time "));
}

static void a_dump_in_the_wrong_place_is_refused(void **state)
{
  static const struct {
    const char *options, *says;
  } bad[] = {
    { "--levels $TMP/l.vcd,isa " OURS, "--levels: found a dump first" },
    { "--levels isa,$TMP/l.vcd,a.fst " OURS, "--levels: found two dumps" },
    { "--levels isa,$TMP/l.vcd", "and --map belong together" },
    { "--levels isa,serial " OURS, "and --map belong together" },
    { "--vcd $TMP/l.vcd --levels isa,serial " OURS, "--levels: found with " },
    { "--as-built --levels isa,$TMP/l.vcd " OURS, "--as-built: found with a" },
    { "--levels isa,$TMP/l.txt " OURS, "and --map belong together" },
    { "--levels isa,$TMP/l.txt", "unknown level" },
    { "programs/fn-cmp.asm --levels isa,$TMP/l.vcd " OURS, "one PROGRAM" },
    { "--levels isa,$TMP/no.vcd " OURS, "no.vcd: No such file" },
  };

  (void)state;
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/l.vcd");
  for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    char line[256];

    snprintf(line, sizeof line, "$SSEM check programs/fn-sub.asm %s",
             bad[i].options);
    shell(&s, line);
    if (s.status != 2 || strstr(s.err, bad[i].says) == NULL)
      fail_msg("%s: %d: %s", line, s.status, s.err);
  }
}

/* Standard error, without the directory, of a check of $TMP/b.vcd. */
static void refused(const char *make, const char *sentence)
{
  char line[1024];

  snprintf(line, sizeof line,
           "%s; $SSEM check --vcd $TMP/b.vcd --map $TMP/b.map "
           "programs/fn-sub.asm; echo $? >&2",
           make);
  shell(&s, "$SSEM trace programs/fn-sub.asm -o $TMP/b.vcd && "
            "cp tests/machines/our.map $TMP/b.map");
  shell(&s, line);
  if (strstr(s.err, sentence) == NULL || strstr(s.err, "\n2\n") == NULL)
    fail_msg("%s\nexpected %s\nfound %s", make, sentence, s.err);
}

static void broken_dumps_and_maps_are_refused_with_the_place(void **state)
{
  (void)state;
  refused(": >$TMP/b.vcd", "b.vcd:1:1: found the end of the file, expected a "
                           "$keyword of a dump's header");
  refused("head -c 1000 $TMP/b.vcd >$TMP/c; mv $TMP/c $TMP/b.vcd",
          "found the end of the file");
  refused("echo 'b12 !' >>$TMP/b.vcd",
          ":1: found 'b12', expected b and digits");
  refused("echo '1~~~' >>$TMP/b.vcd", "expected an identifier code that the "
                                      "header declares");
  refused("echo '#5' >>$TMP/b.vcd", "found '#5', expected #");
  refused("sed -i s/accumulator.A/accumulator.a1/ $TMP/b.map",
          "b.map:1:12: found no signal 'ssem.accumulator.a1' in the dump, "
          "expected the path of one; near it: ssem.accumulator.a, ");
  refused("sed -i s/^boundary/bondary/ $TMP/b.map",
          "b.map:4:1: found 'bondary', expected A, CI, S, S[*], S[n], "
          "boundary, stop, offset, sample, first or unknown; near it: "
          "boundary");
  refused("sed -i 's/rise/soon/' $TMP/b.map",
          "b.map:4:29: found 'soon', expected an operator");
  refused("echo 'A = x' >>$TMP/b.map",
          "b.map:5:1: found a second 'A', expected one");
  refused("sed -i /boundary/d $TMP/b.map",
          "b.map: found no boundary, expected a line 'boundary = ...'");
  refused("sed -i 's/A1 rise/A1 == 7/' $TMP/b.map", "found no boundary in ");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_word_parallel_machine_passes),
    cmocka_unit_test(a_wrong_SUB_is_found_at_its_order),
    cmocka_unit_test(our_own_trace_passes_with_four_lines),
    cmocka_unit_test(an_fst_passes_through_fst2vcd),
    cmocka_unit_test(without_fst2vcd_it_is_said_what_to_install),
    cmocka_unit_test(a_dump_is_told_by_what_is_in_it),
    cmocka_unit_test(fst_that_is_no_file_is_refused),
    cmocka_unit_test(a_window_is_checked_from_its_order),
    cmocka_unit_test(a_cut_dump_keeps_its_verdict),
    cmocka_unit_test(a_dump_that_only_reaches_the_STP_says_so),
    cmocka_unit_test(a_dump_may_stand_among_levels),
    cmocka_unit_test(a_dump_among_levels_may_begin_later),
    cmocka_unit_test(a_dump_in_the_wrong_place_is_refused),
    cmocka_unit_test(broken_dumps_and_maps_are_refused_with_the_place),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
