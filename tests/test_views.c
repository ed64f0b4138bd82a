// SPDX-License-Identifier: MIT
/*
 * test_views.c - a view never replaces what somebody has made: a view arranged
 * in GTKWave, another trace's, or the program.
 */
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#define TRACE "$SSEM trace programs/first-35.asm --orders 3 -o $TMP/d/"
#define NEW "rm -rf $TMP/d; mkdir $TMP/d; "
#define LIST "; ls $TMP/d | tr '\\n' ' '"

static struct said s;

static void expect(const char *line, const char *out, const char *err)
{
  shell(&s, line);
  assert_string_equal(s.out, out);
  if (err[0] == '\0')
    assert_string_equal(s.err, "");
  else if (strstr(s.err, err) == NULL)
    fail_msg("%s: said %s, expected %s", line, s.err, err);
}

static void a_view_as_we_wrote_it_is_replaced(void **state)
{
  (void)state;
  expect(NEW TRACE
         "a.vcd; cp $TMP/d/a.gtkw $TMP/old; " TRACE
         "a.vcd --no-strings; cmp -s $TMP/old $TMP/d/a.gtkw && echo same" LIST,
         "a.gtkw a.vcd ", "");
}

static void a_view_that_was_changed_is_kept(void **state)
{
  (void)state;
  expect(NEW TRACE "a.vcd; echo '[color] 3' >>$TMP/d/a.gtkw; "
                   "cp $TMP/d/a.gtkw $TMP/old; " TRACE
                   "a.vcd; cmp $TMP/old $TMP/d/a.gtkw" LIST,
         "a.gtkw a.vcd a.vcd.gtkw ",
         "d/a.gtkw is changed or not ours and is kept; the view is ");
  expect("echo >>$TMP/d/a.vcd.gtkw; cp $TMP/d/a.vcd.gtkw $TMP/old2; " TRACE
         "a.vcd; cmp $TMP/old $TMP/d/a.gtkw; "
         "cmp $TMP/old2 $TMP/d/a.vcd.gtkw" LIST,
         "a.gtkw a.vcd a.vcd.gtkw ", "not ours to replace; no view written");
}

/* GTKWave writes a first line of its own. */
static void what_gtkwave_saved_is_a_changed_view(void **state)
{
  (void)state;
  expect(NEW TRACE "a.vcd; sed -i '1s/.*/[*]/' $TMP/d/a.gtkw; " TRACE
                   "a.vcd" LIST,
         "a.gtkw a.vcd a.vcd.gtkw ", "is kept; the view is ");
}

static void two_traces_do_not_fight_for_a_view(void **state)
{
  (void)state;
  expect(NEW TRACE "a.vcd; cp $TMP/d/a.gtkw $TMP/old; " TRACE
                   "a.fst; cmp $TMP/old $TMP/d/a.gtkw; grep -h '^.dumpfile' "
                   "$TMP/d/*.gtkw" LIST,
         "[dumpfile] \"a.fst\"\n[dumpfile] \"a.vcd\"\n"
         "a.fst a.fst.gtkw a.gtkw a.vcd ",
         "a.gtkw is the view of another trace and is kept; the view is ");
  expect("rm $TMP/d/a.vcd $TMP/d/a.fst.gtkw; " TRACE "a.fst" LIST,
         "a.fst a.gtkw ", "");
}

/* Every row of the view that the command writes names what its dump has, and
 * most of what the dump has is in a row. */
static void a_view_of_either_grain_names_what_its_dump_has(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 2; i++) {
    shell(&s, i ? NEW TRACE "a.vcd --grain order" : NEW TRACE "a.vcd");
    shell(&s, "awk '$1 == \"$scope\" { unit = unit $3 \".\" } "
              "$1 == \"$upscope\" { sub(/[a-z]*[.]$/, \"\", unit) } "
              "$1 == \"$var\" { print unit $5 ($6 == \"$end\" ? \"\" : $6) }' "
              "$TMP/d/a.vcd | sort -u >$TMP/d/has; "
              "sed -n 's/^[+]{[^}]*} //; /^ssem[.]/p' $TMP/d/a.gtkw | "
              "sort -u >$TMP/d/names; comm -13 $TMP/d/has $TMP/d/names; "
              "[ $(wc -l <$TMP/d/names) -gt 30 ] && echo enough");
    assert_string_equal(s.out, "enough\n");
  }
}

static void no_view_is_written_if_none_is_wanted(void **state)
{
  (void)state;
  expect(NEW TRACE "a.vcd --no-view" LIST, "a.vcd ", "");
}

static void a_name_as_long_as_any_has_a_view(void **state)
{
  (void)state;
  expect(NEW "n=$(printf '%0251d' 0); " TRACE "$n.vcd; cd $TMP/d; ls | wc -l; "
             "ls | awk '{ print length($0) }'",
         "2\n255\n255\n", "");
}

static void what_is_read_is_not_replaced(void **state)
{
  static const char *const lines[] = {
    "dis $TMP/p.asm -o $TMP/p.asm",    "dis $TMP/p.asm -o $TMP/link.asm",
    "asm - -o $TMP/p.snp <$TMP/p.snp", "trace $TMP/s.gtkw -o $TMP/s.vcd",
    "trace $TMP/p.vcd -o $TMP/p.vcd",  "tube $TMP/p.svg -o $TMP/p.svg",
  };

  (void)state;
  for (unsigned i = 0; i < sizeof lines / sizeof lines[0]; i++) {
    char line[512];

    snprintf(line, sizeof line,
             "cd $TMP; for f in p.asm p.snp s.gtkw p.vcd p.svg; do "
             "echo '1 STP' >$f; done; ln -sf p.asm link.asm; cd - >/dev/null; "
             "$SSEM %s; echo $?; cat $TMP/p.asm $TMP/p.snp $TMP/s.gtkw "
             "$TMP/p.vcd $TMP/p.svg",
             lines[i]);
    expect(line, "2\n1 STP\n1 STP\n1 STP\n1 STP\n1 STP\n",
           "found a file that is read here, expected another");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_view_as_we_wrote_it_is_replaced),
    cmocka_unit_test(a_view_that_was_changed_is_kept),
    cmocka_unit_test(what_gtkwave_saved_is_a_changed_view),
    cmocka_unit_test(two_traces_do_not_fight_for_a_view),
    cmocka_unit_test(a_view_of_either_grain_names_what_its_dump_has),
    cmocka_unit_test(no_view_is_written_if_none_is_wanted),
    cmocka_unit_test(a_name_as_long_as_any_has_a_view),
    cmocka_unit_test(what_is_read_is_not_replaced),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
