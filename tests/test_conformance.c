// SPDX-License-Identifier: MIT
/*
 * test_conformance.c - what programs/conformance-*.asm are worth: together they
 * come by every row of coverage.h, and each single fault made in somebody
 * else's machine, tests/machines/parallel.v, is found by one of them.
 */
#include "sim/lockstep/coverage.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct said s;

static const char *const programs[] = { "words", "control" };

static void together_they_cover_every_row(void **state)
{
  char row[COVERAGE_TEXT + 2], bare[COVERAGE_TEXT];
  const struct coverage none = { .functions = 0xff };
  static char said[2][sizeof s.out];

  (void)state;
  for (unsigned p = 0; p < 2; p++) {
    char line[128];

    snprintf(line, sizeof line,
             "$SSEM check --json --levels isa,serial "
             "programs/conformance-%s.asm",
             programs[p]);
    shell(&s, line);
    assert_int_equal(s.status, 0);
    assert_non_null(strstr(s.out, "\"not_covered\":["));
    memcpy(said[p], s.out, sizeof s.out);
  }
  assert_false(strstr(said[0], "SUB by 5") && strstr(said[1], "SUB by 5"));
  assert_null(strstr(said[1], "never obeyed: J"));
  for (unsigned i = 0; i < COVERAGE_ROWS; i++) {
    if (!coverage_lacks(&none, i, bare))
      continue; /* every function has been obeyed */
    snprintf(row, sizeof row, "\"%s\"", bare);
    if (strstr(said[0], row) != NULL && strstr(said[1], row) != NULL)
      fail_msg("neither covers %s", row);
  }
}

/* Let the machine of $TMP/m.v obey a conformance program; the status of ssem
 * check. */
static int obey(const char *program)
{
  char line[1024];

  snprintf(line, sizeof line,
           "$SSEM asm programs/conformance-%s.asm | "
           "awk -f tests/machines/memory.awk >$TMP/p.mem && "
           "timeout 60 vvp -n $TMP/m +memory=$TMP/p.mem +dump=$TMP/m.vcd "
           "+orders=200 >/dev/null && "
           "$SSEM check --vcd $TMP/m.vcd --map tests/machines/parallel.map "
           "programs/conformance-%s.asm",
           program, program);
  shell(&s, line);
  return s.status;
}

/* parallel.v with one line of it edited; false if it is not one. */
static bool build(const char *edit)
{
  char line[512];

  snprintf(line, sizeof line,
           "sed '%s' tests/machines/parallel.v >$TMP/m.v && "
           "iverilog -g2005 -o $TMP/m $TMP/m.v && "
           "diff tests/machines/parallel.v $TMP/m.v | grep -c '^>'",
           edit);
  shell(&s, line);
  return strcmp(s.out, "1\n") == 0;
}

static void a_right_machine_passes_them(void **state)
{
  (void)state;
  need("vvp");
  shell(&s, "iverilog -g2005 -o $TMP/m tests/machines/parallel.v");
  for (unsigned p = 0; p < 2; p++)
    if (obey(programs[p]) != 0)
      fail_msg("%s: %s%s", programs[p], s.out, s.err);
}

static const struct {
  const char *fault, *edit;
} mutants[] = {
  { "JMP goes to S[n], not to the line after", "s/0: pc <= operand/& - 1/" },
  { "JMP loads 5 digits", "s/0: pc <= operand/&[4:0]/" },
  { "JMP adds, as JRP does", "s/0: pc <= operand/0: pc <= pc + operand/" },
  { "JRP loads, as JMP does", "s/1: pc <= pc + operand/1: pc <= operand/" },
  { "JRP takes away", "s/1: pc <= pc + operand/1: pc <= pc - operand/" },
  { "JRP adds 5 digits", "s/1: pc <= pc + operand/&[4:0]/" },
  { "LDN does not negate", "s/acc <= -operand/acc <= operand/" },
  { "LDN negates digit by digit", "s/acc <= -operand/acc <= ~operand/" },
  { "LDN of -2^31 is 2^31 - 1",
    "s/acc <= -operand/acc <= operand == 32'\"'\"'h80000000 ? "
    "32'\"'\"'h7fffffff : -operand/" },
  { "STO clears A", "s/3: mem.*/3: begin mem[ir[4:0]] <= acc; acc <= 0; end/" },
  { "STO stores -A", "s/\\(3: mem.*\\) acc;/\\1 -acc;/" },
  { "STO into the next order is too late",
    "s/3: mem/3: if (ir[4:0] != next) mem/" },
  { "STO into the order itself is lost",
    "s/3: mem/3: if (ir[4:0] != pc[4:0]) mem/" },
  { "STO reaches 16 lines", "s/3: mem.ir.4:0../3: mem[ir[3:0]]/" },
  { "SUB adds", "s/4: acc <= acc - operand/4: acc <= acc + operand/" },
  { "SUB ends where a difference does not fit",
    "s/4: acc <= acc - operand/4: acc <= acc == 32'\"'\"'h80000000 ? acc : "
    "acc - operand/" },
  { "SUB is taken the other way", "s/4: acc <= .*/4: acc <= operand - acc;/" },
  { "the second code of SUB does nothing", "s/5: acc <= acc - operand/5: /" },
  { "the second code of SUB adds", "s/5: acc <= acc - op/5: acc <= acc + op/" },
  { "CMP skips at 0", "s/6: if (acc.31.)/6: if (acc[31] || acc == 0)/" },
  { "CMP never skips", "s/6: if (acc.31.)/6: if (0)/" },
  { "CMP always skips", "s/6: if (acc.31.)/6:/" },
  { "CMP skips where A is positive", "s/6: if (acc.31.)/6: if (!acc[31])/" },
  { "CMP skips two", "s/\\(6: if .*\\) + 1/\\1 + 2/" },
  { "CMP clears A", "s/6: if .*/6: begin if (acc[31]) pc <= pc + 1; acc <= 0; "
                    "end/" },
  { "STP goes on", "s/7: halted <= 1/7: /" },
  { "CI has 5 digits", "s/^      pc <= pc + 1;/      pc <= next;/" },
  { "line 31 is the last", "s/pc.4:0. + 5.d1/pc[4:0] + (pc[4:0] != 31)/" },
  { "digit 16 belongs to the function",
    "s/case (ir.15:13.)/case (ir[16:13])/" },
  { "digit 5 belongs to the line",
    "s/operand = mem.ir.4:0../operand = ir[5] ? 0 : mem[ir[4:0]]/" },
  { "a blank line stops", "s/0: pc <= operand;/0: if (ir == 0) halted <= 1; "
                          "else pc <= operand;/" },
};

static void each_single_fault_is_found(void **state)
{
  (void)state;
  need("vvp");
  for (unsigned i = 0; i < sizeof mutants / sizeof mutants[0]; i++) {
    unsigned p = 0;
    int status = 0;

    if (!build(mutants[i].edit))
      fail_msg("%s: not one line was edited: %s%s", mutants[i].fault, s.out,
               s.err);
    for (; p < 2 && status == 0; p++)
      status = obey(programs[p]);
    if (status != 1)
      fail_msg("%s: not found: %d: %s%s", mutants[i].fault, status, s.out,
               s.err);
    print_message("%s: found by %s\n", mutants[i].fault, programs[p - 1]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(together_they_cover_every_row),
    cmocka_unit_test(a_right_machine_passes_them),
    cmocka_unit_test(each_single_fault_is_found),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
