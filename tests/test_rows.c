// SPDX-License-Identifier: MIT
/*
 * test_rows.c - rows beside the signals: what a programmer sees is interp of
 * the V-state in each digit period, words say what the registers hold, and a
 * difference from a reference shows where it begins.
 *
 * interp (sim/interp.h) is asked in every digit period of every beat; the rows
 * are told of beats alone.
 */
#include "support/machine.h"
#include "support/random.h"
#include "support/test.h"

#include "sim/interp.h"
#include "sim/order.h"
#include "tracegen/rows.h"

#include <string.h>

/* One beat of the machine, and what it should have looked like. */
struct seen {
  struct beat beat;
  struct changes changes;
  struct isa t[SSEM_BEAT];
  word PI[SSEM_BEAT], F[SSEM_BEAT];
};

enum who { NOBODY, OPERATOR, FAULT };

static void tick(struct ssem *m, const struct ssem_console *k,
                 struct signals *sig)
{
  struct ssem_wires w;

  ssem_settle(m, k, &w);
  signals_read(m, k, &w, sig);
  ssem_clock(m, k, &w);
}

/* A digit falls over: of the accumulator, or of a line. */
static void upset(struct ssem *m)
{
  word *const at = random_digit() ? &m->A : &m->S[random_below(SSEM_LINES)];

  *at ^= (word)1 << random_below(32);
}

/* One beat; if there are faults, one in three has one. */
static void see_beat(struct ssem *m, struct ssem_console *k, enum who who,
                     struct seen *s)
{
  const unsigned fault = who == FAULT ? random_below(3 * SSEM_BEAT) : SSEM_BEAT;

  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    struct signals sig;
    struct ssem at;

    if (who == OPERATOR)
      random_fingers(k);
    if (p == fault)
      upset(m);
    tick(m, k, &sig);
    beat_digit(&s->beat, p, &sig);
    beat_state(&s->beat, p, &at);
    interp(&at, &s->t[p]);
    s->PI[p] = sig.value[SIGNAL_PI];
    s->F[p] = sig.value[SIGNAL_F];
  }
  for (unsigned i = 0; i < SIGNAL_COUNT; i++)
    s->changes.in[i] = s->beat.wave[i];
}

/* The rows of T say what interp says in each digit period; now[] is what they
 * have come to. */
static void check_T(const struct rows *r, const struct seen *s,
                    uint32_t now[ROW_COUNT])
{
  for (unsigned p = 0; p < SSEM_BEAT; p++) {
    for (unsigned i = ROW_T_LINE; i <= ROW_T_A; i++)
      if (r->when[i] >> p & 1) {
        assert_true(p == 0 || now[i] != r->value[i][p]);
        now[i] = r->value[i][p];
      }
    assert_int_equal(now[ROW_T_LINE], s->t[p].CI % SSEM_LINES);
    assert_int_equal(now[ROW_T_CI], s->t[p].CI);
    assert_int_equal(now[ROW_T_A], s->t[p].A);
  }
}

static void check_run(digit as_built, enum who who)
{
  uint32_t now[ROW_COUNT] = { 0 };
  struct ssem_console k;
  struct rows rows;
  struct seen s;
  struct ssem m;

  ssem_console_rest(&k);
  random_ssem(&m);
  random_store(m.S);
  m.as_built = as_built;
  while (m.p != 0)
    ssem_tick(&m, &k);
  rows_begin(&rows);
  for (unsigned b = 0; b < 80; b++) {
    see_beat(&m, &k, who, &s);
    rows_beat(&rows, &s.beat, &s.changes);
    check_T(&rows, &s, now);
  }
}

static void what_a_programmer_sees_is_interp_in_each_digit_period(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 40; i++)
    check_run(0, NOBODY);
}

static void so_it_is_as_built(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 40; i++)
    check_run(1, NOBODY);
}

static void so_it_is_under_the_operators_fingers(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 40; i++)
    check_run(random_digit(), OPERATOR);
}

static void a_fault_is_seen_in_the_digit_period_where_it_bites(void **state)
{
  (void)state;
  for (unsigned i = 0; i < 40; i++)
    check_run(0, FAULT);
}

static void words_say_what_PI_and_F_hold(void **state)
{
  char PI[ROW_TEXT] = "", F[ROW_TEXT] = "", words[ORDER_TEXT];
  struct ssem_console k;
  struct rows rows;
  struct seen s;
  struct ssem m;

  (void)state;
  ssem_console_rest(&k);
  ssem_clear(&m, &k);
  random_store(m.S);
  rows_begin(&rows);
  for (unsigned b = 0; b < 400; b++) {
    see_beat(&m, &k, NOBODY, &s);
    rows_beat(&rows, &s.beat, &s.changes);
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      if (rows.when[ROW_PI] >> p & 1)
        row_words(&rows, ROW_PI, p, PI);
      if (rows.when[ROW_F] >> p & 1)
        row_words(&rows, ROW_F, p, F);
      order_words(s.PI[p], words);
      assert_string_equal(PI, words);
      assert_string_equal(F, order_mnemonic(s.F[p]));
    }
  }
}

/* LDN 24 over and over, the reference told of every order; in bar 2 a digit of
 * line 31 falls over in digit period 20 of S2. */
static void the_first_difference_stands_in_its_digit_period(void **state)
{
  struct ssem_console k;
  struct rows rows;
  struct seen s;
  struct ssem m;
  struct isa t;

  (void)state;
  ssem_console_rest(&k);
  ssem_clear(&m, &k);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    m.S[n] = order(FN_LDN, 24);
  isa_clear(&t, 1);
  memcpy(t.S, m.S, sizeof t.S);
  rows_begin(&rows);
  rows_expect(&rows, &t, 0);
  for (unsigned b = 0; b < 16; b++) {
    for (unsigned p = 0; p < SSEM_BEAT; p++) {
      struct signals sig;

      if (b == 6 && p == 20)
        m.S[31] ^= 1;
      tick(&m, &k, &sig);
      beat_digit(&s.beat, p, &sig);
    }
    memcpy(s.changes.in, s.beat.wave, sizeof s.changes.in);
    if (b % 4 == BEAT_A1) {
      isa_next(&t);
      rows_expect(&rows, &t, 1);
    }
    rows_beat(&rows, &s.beat, &s.changes);
    assert_int_equal(rows.when[ROW_DIFFERS], b == 0   ? wave_at(0)
                                             : b == 6 ? wave_at(20)
                                                      : 0);
  }
  assert_int_equal(rows.now[ROW_DIFFERS], 1);
  assert_int_equal(rows.now[ROW_REFERENCE_CI], 5);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_a_programmer_sees_is_interp_in_each_digit_period),
    cmocka_unit_test(so_it_is_as_built),
    cmocka_unit_test(so_it_is_under_the_operators_fingers),
    cmocka_unit_test(a_fault_is_seen_in_the_digit_period_where_it_bites),
    cmocka_unit_test(words_say_what_PI_and_F_hold),
    cmocka_unit_test(the_first_difference_stands_in_its_digit_period),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
