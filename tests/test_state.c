// SPDX-License-Identifier: MIT
/*
 * test_state.c - a state that was kept is the state that is loaded: from any
 * V-state, at every level, across levels; and a damaged file is refused.
 */
#include "sim/console/state.h"

#include "sim/interp.h"
#include "sim/level/levels.h"
#include "sim/signals.h"
#include "support/machine.h"
#include "support/need.h"
#include "support/random.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

static char text[TEXT_SENTENCE];
static struct said s;

/* A state as the text that state_write() makes of it. */
static const char *written(const struct state *state)
{
  static char bytes[8192];
  FILE *const out = fmemopen(bytes, sizeof bytes, "w");

  assert_non_null(out);
  state_write(state, out);
  fclose(out);
  return bytes;
}

static void random_state(struct state *state)
{
  random_ssem(&state->m);
  state->m.as_built = 0;
  random_console(&state->k);
  state->orders = random_word();
  state->time = (uint64_t)random_word() << 20;
}

static void any_state_comes_back_from_its_text(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 1000; i++) {
    struct state before, after;
    const char *bytes;

    random_state(&before);
    bytes = written(&before);
    if (!state_parse("s", bytes, strlen(bytes), &after, text))
      fail_msg("%s", text);
    assert_null(ssem_difference(&before.m, &after.m));
    assert_true(before.m.as_built == after.m.as_built);
    assert_true(before.orders == after.orders && before.time == after.time);
    assert_true(signals_keys_same(&before.k, &after.k));
  }
}

static struct level *open_level(const char *name)
{
  const struct level_options plain = { .as_built = false };
  struct level *const l = level_open(name, &plain, text);

  if (l == NULL)
    missing(text);
  return l;
}

/* Saved and loaded at any digit period, the level goes on from there as the
 * machine in C does. */
static void every_level_goes_on_from_any_v_state(void **state)
{
  static const char *const names[] = { "serial", "waves", "rtl", "gates" };

  (void)state;
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
    struct level *const l = open_level(names[i]);

    for (unsigned n = 0; n < 1000; n++) {
      struct state before;
      struct ssem m;

      random_state(&before);
      l->ops->restore(l, &before.m);
      l->ops->save(l, &m);
      assert_null(ssem_difference(&before.m, &m));
      for (unsigned periods = random_below(150); periods > 0; periods--) {
        ssem_tick(&before.m, &before.k);
        l->ops->tick(l, &before.k, NULL);
      }
      l->ops->save(l, &m);
      if (ssem_difference(&before.m, &m) != NULL)
        fail_msg("%s: %s", names[i], ssem_difference(&before.m, &m));
    }
    l->ops->close(l);
  }
}

static void v_to_isa_is_interp_and_counts_its_boundary(void **state)
{
  unsigned stopped = 0, counted = 0;

  (void)state;
  for (unsigned i = 0; i < 1000; i++) {
    struct state before, after;
    struct isa t, u;
    struct ssem m;
    bool goes_on;

    random_state(&before);
    m = before.m;
    interp(&m, &t);
    after = before;
    goes_on = state_to_isa(&after, &u);
    assert_true(interp_same(&t, &u));
    assert_true(after.orders - before.orders <= 2);
    stopped += !goes_on;
    counted += after.orders > before.orders;
    if (ssem_stopped(&before.m))
      assert_true(!goes_on && after.orders == before.orders);
    if (ssem_at_boundary(&before.m))
      assert_true(after.orders == before.orders && after.time == before.time);
    if (goes_on)
      assert_true(ssem_at_boundary(&after.m));
  }
  assert_true(stopped > 0 && counted > 500);
}

static void isa_to_v_is_embed_and_back(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 1000; i++) {
    struct state kept;
    struct isa t, u;
    struct ssem m;

    random_isa(&t, false);
    state_from_isa(&t, false, i + 1, &kept);
    embed(&t, 0, (2 * i + 1) & 31, &m);
    assert_null(ssem_difference(&m, &kept.m));
    assert_true(state_to_isa(&kept, &u) && interp_same(&t, &u));
    assert_int_equal(kept.orders, i + 1);
  }
}

/* Every single character changed: refused, or what it says is the same. */
static void a_damaged_file_is_refused(void **state)
{
  unsigned refused = 0;

  (void)state;
  for (unsigned i = 0; i < 4; i++) {
    char bytes[8192];
    struct state before;

    random_state(&before);
    strcpy(bytes, written(&before));
    for (size_t at = 0; bytes[at] != '\0'; at++) {
      const char was = bytes[at];
      struct state after;

      bytes[at] = (char)(was ^ (1 << random_below(7)));
      if (state_parse("s", bytes, strlen(bytes), &after, text)) {
        assert_null(ssem_difference(&before.m, &after.m));
        assert_true(before.orders == after.orders);
        assert_true(before.time == after.time && before.k.TW == after.k.TW);
      } else {
        assert_true(memcmp(text, "s:", 2) == 0);
        assert_non_null(strstr(text, "found"));
        refused++;
      }
      bytes[at] = was;
    }
  }
  print_message("%u of them refused\n", refused);
  assert_true(refused > 2000);
}

/* The text with one piece replaced is refused with this sentence. */
static void refused(const char *piece, const char *with, const char *sentence)
{
  const struct state blank = { .k = { .CS = 1, .LS = 31, .FS = 7 } };
  char bytes[8192], file[8192];
  char *at;
  struct state after;

  strcpy(bytes, written(&blank));
  at = strstr(bytes, piece);
  assert_non_null(at);
  snprintf(file, sizeof file, "%.*s%s%s", (int)(at - bytes), bytes, with,
           at + strlen(piece));
  assert_false(state_parse("s", file, strlen(file), &after, text));
  assert_string_equal(text, sentence);
}

static void every_kind_of_damage_has_its_sentence(void **state)
{
  (void)state;
  refused("ssem-state 1", "ssem-trace 1",
          "s:1:1: found 'ssem-trace', expected ssem-state 1");
  refused("ssem-state 1", "ssem-state 2",
          "s:1:12: found '2', expected version 1");
  refused("orders 0", "order 0",
          "s:2:1: found 'order', expected orders and its value");
  refused("CS 1", "CS 2", "s:4:4: found '2', expected a number from 0 to 1");
  refused("LS 31", "LS",
          "s:7:3: found the end of the line, expected a number "
          "from 0 to 31");
  refused("\np 0", "\np 36",
          "s:15:3: found '36', expected a number from 0 to "
          "35");
  refused("CS 1", "CS 1 1", "s:4:6: found '1', expected the end of the line");
  refused("S07 0x00000000", "S07 0x100000000",
          "s:36:5: found '0x100000000', expected a number from 0 to "
          "4294967295");
  refused("S07 0x00000000", "S07 0x00000001",
          "s:61:1: found sum 0xe2bff07c, expected 0x0015ea9d: a value above "
          "is not as it was written");
  refused("S07 0x00000000\n", "",
          "s:36:1: found 'S08', expected S07 and its value");
  refused("sum 0x", "sum 0y",
          "s:61:5: found '0ye2bff07c', expected a number from 0 to 4294967295");
}

static void a_file_cut_short_or_too_long_is_refused(void **state)
{
  const struct state blank = { .time = 0 };
  char bytes[8192];
  struct state after;
  size_t size;

  (void)state;
  strcpy(bytes, written(&blank));
  size = strlen(bytes);
  for (size_t cut = 0; cut < size - 2; cut++)
    assert_false(state_parse("s", bytes, cut, &after, text));
  assert_true(state_parse("s", bytes, size, &after, text));
  strcat(bytes, "# no more\nCS 1\n");
  assert_false(state_parse("s", bytes, strlen(bytes), &after, text));
  assert_non_null(strstr(text, "found 'CS', expected the end of the file"));
}

/* The whole of a report in JSON, all but names, level and steps. */
#define REPORT "sed 's/.*\"stopped\":\\([a-z]*\\).*\"orders\"/\\1/'"

static void
a_run_that_changes_level_five_times_ends_as_one_that_does_not(void **state)
{
  (void)state;
  need("verilator");
  need("yosys");
  shell(&s,
        "for p in programs/*.*; do case $p in *.stim|*2-18*|*lecture*) "
        "continue;; esac; "
        "n=$($SSEM run --json --level isa $p | sed 's/.*\"orders\":"
        "\\([0-9]*\\).*/\\1/'); f=\"--load $TMP/m.state\"; "
        "g=\"--save $TMP/m.state\"; b=''; case $p in *as-built*) ;; esac; "
        "set -- $((n/6+1)) $((n/5+1)):A2:17 $((n/4+1)):S2 $((n/3+1)) "
        "$((n/2+1)):A1:35; "
        "{ $SSEM run --level serial $g --until $1 $p; "
        "$SSEM run --level isa $f $g --until $2; "
        "$SSEM run --level rtl $f $g --until $3; "
        "$SSEM run --level waves $f $g --until $4; "
        "$SSEM run --level gates $f $g --until $5; } >/dev/null 2>&1; "
        "a=$($SSEM run --json --level serial $f | " REPORT "); "
        "b=$($SSEM run --json --level isa $p | " REPORT "); "
        "[ \"$a\" = \"$b\" ] && echo same || echo \"$p $a $b\"; done | sort | "
        "uniq -c");
  if (strchr(s.out, '\n') != s.out + strlen(s.out) - 1 ||
      strstr(s.out, " same\n") == NULL || atoi(s.out) < 15)
    fail_msg("%s", s.out);
}

static void the_long_runs_change_level_too(void **state)
{
  (void)state;
  shell(&s, "for p in programs/first-2-18.asm programs/first-lecture.lst; do "
            "f=\"--load $TMP/m.state\"; g=\"--save $TMP/m.state\"; "
            "{ $SSEM run --level isa $g --until 100001 $p; "
            "$SSEM run --level waves $f $g --until 500000:A2:17; "
            "$SSEM run --level isa $f $g --until 1000000:S2; "
            "$SSEM run --level waves $f $g --until 1500000; "
            "$SSEM run --level isa $f $g --until 2000000; } >/dev/null 2>&1; "
            "a=$($SSEM run --json --level waves $f | " REPORT "); "
            "b=$($SSEM run --json --level isa $p | " REPORT "); "
            "[ \"$a\" = \"$b\" ] && echo same || echo \"$p $a $b\"; done");
  assert_string_equal(s.out, "same\nsame\n");
}

static void a_stopped_machine_stays_stopped_at_every_level(void **state)
{
  (void)state;
  shell(&s, "$SSEM run --save $TMP/stop.state programs/fn-sub.asm >$TMP/a; "
            "for l in isa serial waves rtl gates; do "
            "$SSEM run --level $l --load $TMP/stop.state >$TMP/b; echo $?; "
            "diff $TMP/a $TMP/b | grep -c 'orders\\|CI\\|   A'; done");
  assert_string_equal(s.out, "0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n");
}

static void a_halted_machine_keeps_owing_its_test(void **state)
{
  (void)state;
  shell(&s, "printf 'CS 0\\nstep 4\\n' >$TMP/h.stim; "
            "$SSEM run --stimulus $TMP/h.stim --save $TMP/h.state "
            "programs/demo-borrow-and-skip.asm >/dev/null; grep '^T ' "
            "$TMP/h.state; printf 'step\\nCS 1\\n' >$TMP/on.stim; "
            "for l in serial waves rtl gates; do $SSEM run --log --level $l "
            "--load $TMP/h.state --stimulus $TMP/on.stim | sed -n '2p'; done");
  assert_string_equal(
    s.out, "T 1\n"
           "         5    06  STO 23                 -1            7\n"
           "         5    06  STO 23                 -1            7\n"
           "         5    06  STO 23                 -1            7\n"
           "         5    06  STO 23                 -1            7\n");
}

static void until_ends_in_any_digit_period_or_never(void **state)
{
  (void)state;
  shell(&s, "p=programs/first-35.asm; u=0; "
            "for b in S1 A1 S2 A2; do for d in 0 1 17 35; do "
            "for l in isa serial waves rtl; do $SSEM run --level $l --until "
            "7:$b:$d --save $TMP/$l.state $p >/dev/null; done; "
            "for l in serial waves rtl; do cmp $TMP/isa.state "
            "$TMP/$l.state; done; grep '^p ' $TMP/rtl.state; done; done | "
            "sort | uniq -c | tr -s ' '");
  assert_string_equal(s.out, " 4 p 0\n 4 p 1\n 4 p 17\n 4 p 35\n");
  assert_string_equal(s.err, "");
  shell(&s, "p=programs/first-35.asm; $SSEM run --until 7:S2:5 --save "
            "$TMP/from.state $p >/dev/null; for u in 7:S2:5 7:A2:3 8 8:S1:35; "
            "do for l in isa serial; do $SSEM run --level $l --load "
            "$TMP/from.state --until $u --save $TMP/$l.state >/dev/null; "
            "echo $?; done; cmp $TMP/isa.state $TMP/serial.state; done | "
            "sort | uniq -c | tr -s ' '");
  assert_string_equal(s.out, " 8 0\n");
  shell(&s, "for l in isa serial; do for u in 505 'A==77'; do $SSEM run "
            "--level $l --until \"$u\" --save $TMP/never programs/first-35.asm "
            ">/dev/null; echo $?; done; done; ls $TMP/never 2>/dev/null");
  assert_string_equal(s.out, "3\n3\n3\n3\n");
  assert_non_null(strstr(s.err, "ssem: --until: 505 never came, nothing "
                                "saved\n"));
  shell(&s, "for u in 0 12: 12:A3 12:A2:36 12:A2:1x '3+'; do $SSEM run "
            "--until \"$u\" programs/first-35.asm >/dev/null; echo $?; done");
  assert_string_equal(s.out, "2\n2\n2\n2\n2\n2\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(any_state_comes_back_from_its_text),
    cmocka_unit_test(every_level_goes_on_from_any_v_state),
    cmocka_unit_test(v_to_isa_is_interp_and_counts_its_boundary),
    cmocka_unit_test(isa_to_v_is_embed_and_back),
    cmocka_unit_test(a_damaged_file_is_refused),
    cmocka_unit_test(every_kind_of_damage_has_its_sentence),
    cmocka_unit_test(a_file_cut_short_or_too_long_is_refused),
    cmocka_unit_test(
      a_run_that_changes_level_five_times_ends_as_one_that_does_not),
    cmocka_unit_test(the_long_runs_change_level_too),
    cmocka_unit_test(a_stopped_machine_stays_stopped_at_every_level),
    cmocka_unit_test(a_halted_machine_keeps_owing_its_test),
    cmocka_unit_test(until_ends_in_any_digit_period_or_never),
  };

  random_begin();
  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
