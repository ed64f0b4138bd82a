// SPDX-License-Identifier: MIT
/*
 * test_expression.c - the language of expressions, over both of its users: a
 * trigger (A, CI and S[3] of a T-state, with their sign) and the boundary of a
 * map (the signals A, CI and S[3] of a dump, without one).
 *
 * Every operator is held to C's over a table of values, every pair of them to
 * the table of docs/reference/expressions.md.
 */
#include "support/random.h"
#include "support/test.h"

#include "sim/text/trigger.h"
#include "sim/waveform/mapped.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What A, CI and S[3] are. */
struct three {
  word A, CI, S3;
};

enum user { TRIGGER, MAP, USERS };

static char text[TEXT_SENTENCE];

static bool trigger_says(const char *expression, const struct three *is)
{
  struct trigger tr;
  struct isa t;

  isa_clear(&t, 1);
  t.A = is->A;
  t.CI = is->CI;
  t.S[3] = is->S3;
  if (!trigger_parse(expression, &tr, text))
    fail_msg("%s: %s", expression, text);
  return trigger_holds(&tr, &t, 1);
}

static const char *digits(word w, char out[33])
{
  for (unsigned p = 0; p < 32; p++)
    out[31 - p] = (char)('0' + read_digit(w, p));
  out[32] = '\0';
  return out;
}

/* Does a boundary come when the signals take these values? Before it all of
 * them are x. */
static bool dump_says(const char *expression, const char *A, const char *CI,
                      const char *S3)
{
  static struct map map;
  static struct mapped f;
  struct dump *reader;
  char lines[1024], dump[512];
  bool says;

  snprintf(lines, sizeof lines, "A = A\nCI = CI\nboundary = %s\n", expression);
  snprintf(dump, sizeof dump,
           "$var wire 32 a A $end $var wire 32 c CI $end $var wire 32 s S[3] "
           "$end $enddefinitions $end #0 bx a bx c bx s #1 b%s a b%s c b%s s\n",
           A, CI, S3);
  if (!map_parse("m", lines, strlen(lines), &map, text))
    fail_msg("%s: %s", expression, text);
  reader = dump_open(dump_source_memory(dump, strlen(dump)), "d", text);
  assert_non_null(reader);
  if (!mapped_open(&f, reader, &map, text))
    fail_msg("%s: %s", expression, text);
  says = mapped_next(&f) == MAPPED_BOUNDARY;
  dump_close(reader);
  return says;
}

static bool holds(enum user user, const char *expression,
                  const struct three *is)
{
  char A[33], CI[33], S3[33];

  if (user == TRIGGER)
    return trigger_says(expression, is);
  return dump_says(expression, digits(is->A, A), digits(is->CI, CI),
                   digits(is->S3, S3));
}

/* The expression's value must be this. It is taken away from it, so that the
 * difference is asked for in all 64 digits. */
static void must_be(enum user user, const char *expression,
                    const struct three *is, uint64_t value)
{
  char line[256];

  if (user == TRIGGER && (int64_t)value < 0)
    snprintf(line, sizeof line, "(%s) - -%" PRIu64 " == 0", expression,
             0 - value);
  else
    snprintf(line, sizeof line, "(%s) - %" PRIu64 " == 0", expression, value);
  if (!holds(user, line, is))
    fail_msg("%s: expected %s of A = %" PRId32 ", CI = %" PRId32
             ", S[3] = %" PRId32 " to be %" PRIu64,
             user == TRIGGER ? "trigger" : "map", expression, (int32_t)is->A,
             (int32_t)is->CI, (int32_t)is->S3, value);
}

/* A word as an expression has it. */
static uint64_t of_word(enum user user, word w)
{
  return user == TRIGGER ? (uint64_t)(int64_t)(int32_t)w : w;
}

static const struct {
  const char *mark;
  unsigned binds; /* as the page on expressions says */
} infixes[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<", 3 },
  { "<=", 3 }, { ">", 3 },  { ">=", 3 }, { "|", 4 },  { "^", 5 },
  { "&", 6 },  { "+", 7 },  { "-", 7 },
};

enum { INFIXES = sizeof infixes / sizeof infixes[0] };

static bool less(enum user user, uint64_t a, uint64_t b)
{
  return user == TRIGGER ? (int64_t)a < (int64_t)b : a < b;
}

/* C's own answer. */
static uint64_t of(enum user user, unsigned infix, uint64_t a, uint64_t b)
{
  switch (infix) {
  case 0: return a || b;
  case 1: return a && b;
  case 2: return a == b;
  case 3: return a != b;
  case 4: return less(user, a, b);
  case 5: return !less(user, b, a);
  case 6: return less(user, b, a);
  case 7: return !less(user, a, b);
  case 8: return a | b;
  case 9: return a ^ b;
  case 10: return a & b;
  case 11: return a + b;
  default: return a - b;
  }
}

static const word edges[] = { 0,          1,          2,          5,
                              0x7fffffff, 0x80000000, 0xfffffffb, 0xffffffff };

enum { EDGES = sizeof edges / sizeof edges[0] };

static void an_operator_is_what_it_is_in_c(void **state)
{
  (void)state;
  for (unsigned i = 0; i < USERS * INFIXES * EDGES * EDGES; i++) {
    const enum user user = i % USERS;
    const unsigned infix = i / USERS % INFIXES;
    const struct three is = { edges[i / USERS / INFIXES % EDGES],
                              edges[i / USERS / INFIXES / EDGES], 0 };
    char line[64];

    snprintf(line, sizeof line, "A %s CI", infixes[infix].mark);
    must_be(user, line, &is,
            of(user, infix, of_word(user, is.A), of_word(user, is.CI)));
  }
}

static void an_operator_of_one_operand_is_what_it_is_in_c(void **state)
{
  (void)state;
  for (unsigned i = 0; i < USERS * EDGES; i++) {
    const enum user user = i % USERS;
    const struct three is = { edges[i / USERS], 0, 0 };
    const uint64_t a = of_word(user, is.A);

    must_be(user, "A", &is, a);
    must_be(user, "!A", &is, !a);
    must_be(user, "~A", &is, ~a);
    must_be(user, "-A", &is, 0 - a);
    must_be(user, "!!A", &is, a != 0);
    must_be(user, "- -~A", &is, ~a);
    must_be(user, "(((A)))", &is, a);
  }
}

/* "A infix CI next S[3]" goes as (A infix CI) next S[3], or the other way, as
 * the table says; values at random must tell the two apart. */
static void try_pair(enum user user, unsigned infix, unsigned next)
{
  const bool left = infixes[infix].binds >= infixes[next].binds;
  bool apart = false;
  char line[64];

  snprintf(line, sizeof line, "A %s CI %s S[3]", infixes[infix].mark,
           infixes[next].mark);
  for (unsigned i = 0; i < 60 || (!apart && i < 1000); i++) {
    const struct three is = { random_below(4), random_below(4),
                              random_below(4) };
    const uint64_t a = is.A, b = is.CI, c = is.S3;
    const uint64_t first = of(user, next, of(user, infix, a, b), c);
    const uint64_t second = of(user, infix, a, of(user, next, b, c));

    apart |= first != second;
    must_be(user, line, &is, left ? first : second);
  }
  /* a + b - c and the like are the same either way */
  if (!apart && infix != next && !(infix == 11 && next == 12))
    fail_msg("%s cannot be told apart", line);
}

static void every_pair_of_operators_binds_as_the_page_says(void **state)
{
  (void)state;
  for (unsigned i = 0; i < USERS * INFIXES * INFIXES; i++) {
    const unsigned infix = i / USERS % INFIXES;
    const unsigned next = i / USERS / INFIXES;

    if (infixes[infix].binds != 3 || infixes[next].binds != 3)
      try_pair(i % USERS, infix, next);
  }
}

static void signs_bind_tighter_than_any_operator(void **state)
{
  (void)state;
  for (unsigned i = 0; i < USERS * INFIXES * EDGES; i++) {
    const enum user user = i % USERS;
    const unsigned infix = i / USERS % INFIXES;
    const struct three is = { edges[i / USERS / INFIXES], 3, 0 };
    const uint64_t a = of_word(user, is.A);
    char line[64];

    snprintf(line, sizeof line, "!A %s CI", infixes[infix].mark);
    must_be(user, line, &is, of(user, infix, !a, 3));
    snprintf(line, sizeof line, "~A %s CI", infixes[infix].mark);
    must_be(user, line, &is, of(user, infix, ~a, 3));
    snprintf(line, sizeof line, "CI %s -A", infixes[infix].mark);
    must_be(user, line, &is, of(user, infix, 3, 0 - a));
  }
}

/* The sentence with which both users refuse the expression, after the place. */
static void refused(const char *expression, unsigned column,
                    const char *sentence)
{
  static struct map map;
  char lines[1024], expected[TEXT_SENTENCE];
  struct trigger tr;

  assert_false(trigger_parse(expression, &tr, text));
  snprintf(expected, sizeof expected, "column %u: %s", column, sentence);
  assert_string_equal(text, expected);
  snprintf(lines, sizeof lines, "boundary = %s\n", expression);
  assert_false(map_parse("m", lines, strlen(lines), &map, text));
  snprintf(expected, sizeof expected, "m:1:%u: %s", column + 11, sentence);
  assert_string_equal(text, expected);
}

static void comparisons_do_not_follow_one_another(void **state)
{
  (void)state;
  for (unsigned i = 2; i < 8; i++)
    for (unsigned k = 2; k < 8; k++) {
      char line[64], sentence[128];

      snprintf(line, sizeof line, "A %s 1 + CI %s 3", infixes[i].mark,
               infixes[k].mark);
      snprintf(sentence, sizeof sentence,
               "found '%s' after a comparison, expected brackets or &&",
               infixes[k].mark);
      refused(line, 11 + (unsigned)strlen(infixes[i].mark), sentence);
    }
}

static void what_is_wrong_is_told_with_its_column(void **state)
{
  char brackets[100];

  (void)state;
  refused("A = 3", 3, "found '=', expected ==");
  refused("A == 3 && CI=4", 13, "found '=', expected ==");
  refused("(A 3", 4, "found '3', expected an operator or )");
  refused("12x", 1, "found '12x', expected a number: decimal, 0x or 0b");
  refused("A + 0x", 5, "found '0x', expected a number: decimal, 0x or 0b");
  memset(brackets, '(', sizeof brackets - 1);
  brackets[sizeof brackets - 1] = '\0';
  refused(brackets, 65,
          "found '((((((((((((((((((((((((((((((((...', expected fewer "
          "brackets and signs");
}

static void a_long_expression_is_read_a_longer_one_refused(void **state)
{
  char line[1024] = "A";
  struct trigger tr;

  (void)state;
  for (unsigned i = 0; i < 63; i++)
    strcat(line, "+A");
  must_be(TRIGGER, "(A)", &(struct three){ 7, 0, 0 }, 7);
  assert_true(trigger_says(line, &(struct three){ 1, 0, 0 }));
  strcat(line, "+A");
  assert_false(trigger_parse(line, &tr, text));
  assert_non_null(strstr(text, "expected a shorter expression"));
}

/* A-(A-(... S[3])), so deep. */
static const char *nested(unsigned depth, char line[1024])
{
  line[0] = '\0';
  for (unsigned i = 0; i < depth; i++)
    strcat(line, "A-(");
  strcat(line, "S[3]");
  for (unsigned i = 0; i < depth; i++)
    strcat(line, ")");
  return line;
}

static void only_so_many_values_wait_for_their_operator(void **state)
{
  const struct three is = { 7, 0, 3 };
  char line[1024];
  struct trigger tr;

  (void)state;
  for (unsigned depth = 1; depth < EXPRESSION_WAITING; depth++)
    for (enum user user = TRIGGER; user < USERS; user++)
      must_be(user, nested(depth, line), &is, depth % 2 ? 4 : 3);
  assert_false(trigger_parse(nested(EXPRESSION_WAITING, line), &tr, text));
  assert_memory_equal(text, "column 100: found '])))", 23);
  assert_non_null(
    strstr(text, "', expected fewer operators that wait for a bracket"));
}

static void numbers_that_do_not_fit_are_refused(void **state)
{
  static struct map map;
  static const char *const lines[] = {
    "boundary = A == 18446744073709551615",
    "boundary = A == 18446744073709551616",
  };
  struct trigger tr;

  (void)state;
  assert_true(trigger_parse("A == 9223372036854775807", &tr, text));
  assert_false(trigger_parse("A == 9223372036854775808", &tr, text));
  assert_string_equal(text, "column 6: found '9223372036854775808', expected a "
                            "number of at most 63 binary digits");
  map_parse("m", lines[0], strlen(lines[0]), &map, text);
  assert_string_equal(text, "m: found no A, expected a line 'A = ...'");
  map_parse("m", lines[1], strlen(lines[1]), &map, text);
  assert_string_equal(text, "m:1:17: found '18446744073709551616', expected a "
                            "number of at most 64 binary digits");
}

static void what_rests_on_x_is_not_known_to_be_true(void **state)
{
  static const struct {
    const char *expression;
    bool holds; /* A is 3, CI has an x, S[3] is 0 */
  } with_x[] = {
    { "A == 3", true },        { "CI == 0", false },
    { "CI != 0", false },      { "CI == CI", false },
    { "!CI", false },          { "!!CI", false },
    { "A || CI", true },       { "CI || A", true },
    { "S[3] || CI", false },   { "!(S[3] && CI)", true },
    { "!(CI && S[3])", true }, { "A && CI", false },
    { "!(A && CI)", false },   { "A + CI", false },
    { "CI - CI == 0", false }, { "!(CI || S[3])", false },
  };

  (void)state;
  for (unsigned i = 0; i < sizeof with_x / sizeof with_x[0]; i++)
    if (dump_says(with_x[i].expression, "11", "0x01", "0") != with_x[i].holds)
      fail_msg("%s", with_x[i].expression);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_operator_is_what_it_is_in_c),
    cmocka_unit_test(an_operator_of_one_operand_is_what_it_is_in_c),
    cmocka_unit_test(every_pair_of_operators_binds_as_the_page_says),
    cmocka_unit_test(signs_bind_tighter_than_any_operator),
    cmocka_unit_test(comparisons_do_not_follow_one_another),
    cmocka_unit_test(what_is_wrong_is_told_with_its_column),
    cmocka_unit_test(a_long_expression_is_read_a_longer_one_refused),
    cmocka_unit_test(only_so_many_values_wait_for_their_operator),
    cmocka_unit_test(numbers_that_do_not_fit_are_refused),
    cmocka_unit_test(what_rests_on_x_is_not_known_to_be_true),
  };

  random_begin();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
