// SPDX-License-Identifier: MIT
/*
 * test_install.c - what make install puts where: the command, its man page, the
 * library with a program that is built against it, completions that complete.
 */
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct said s;

/* Everything into $TMP/usr, once. */
static int install(void **state)
{
  if (shell_begin(state) != 0)
    return -1;
  shell(&s, "make -s B=${BUILD:-build} PREFIX=$TMP/usr install");
  if (s.status != 0)
    print_error("%s%s", s.out, s.err);
  return s.status;
}

static void everything_is_where_it_is_looked_for(void **state)
{
  (void)state;
  shell(&s, "cd $TMP/usr && ls bin/ssem lib/libssem.a lib/pkgconfig/ssem.pc "
            "share/man/man1/ssem.1 share/ssem/programs/first-35.asm "
            "share/ssem/maps/our.map share/ssem/views/first-35.gtkw "
            "share/doc/ssem/README.md share/doc/ssem/docs/reference/trace.md "
            "share/doc/ssem/docs/pictures/first-order.png "
            "include/ssem/sim/signals.def include/ssem/sim/level/level.h "
            "share/bash-completion/completions/ssem "
            "share/zsh/site-functions/_ssem "
            "share/fish/vendor_completions.d/ssem.fish >/dev/null");
  assert_string_equal(s.err, "");
  assert_int_equal(s.status, 0);
}

/* The page's own program, as it stands there. */
static void the_program_of_the_page_is_built_and_steps_the_machine(void **state)
{
  (void)state;
  need("pkg-config");
  need("cc");
  shell(&s,
        "cd $TMP && sed -n '/^```c$/,/^```$/p' "
        "usr/share/doc/ssem/docs/how-to/use-the-library.md | sed '1d;$d' "
        ">step.c && PKG_CONFIG_PATH=$TMP/usr/lib/pkgconfig && export "
        "PKG_CONFIG_PATH && ${CC:-cc} -std=c11 -Wall -Wextra -Werror step.c "
        "$(pkg-config --cflags --libs ssem) -o step && $RUN ./step");
  assert_string_equal(s.err, "");
  assert_string_equal(s.out, "line 1, A = 0\nline 2, A = 8\nline 3, A = 7\n");
}

static void bash_completes_commands_options_and_values(void **state)
{
  (void)state;
  need("bash");
  shell(&s, "cat >$TMP/try.bash <<'END'\n"
            ". $TMP/usr/share/bash-completion/completions/ssem\n"
            "try() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _ssem; "
            "echo ${COMPREPLY[@]}; }\n"
            "try $TMP/usr/bin/ssem tr\n"
            "try $TMP/usr/bin/ssem help v\n"
            "try $TMP/usr/bin/ssem trace --fr\n"
            "try $TMP/usr/bin/ssem check --levels g\n"
            "cd $TMP/usr/share/ssem/programs; "
            "try $TMP/usr/bin/ssem run first-2\n"
            "END\n"
            "bash $TMP/try.bash");
  assert_string_equal(s.out, "trace\nview\n--from\ngates\nfirst-2-18.asm\n");
  assert_string_equal(s.err, "");
}

/* What the help calls a command, each way of completing knows. */
static void every_command_is_completed(void **state)
{
  (void)state;
  shell(&s,
        "for c in $($SSEM --help | sed -n 's/^  ssem \\([a-z]*\\) .*/\\1/p' |"
        " sort -u); do echo $c; for f in ssem.bash _ssem ssem.fish; do "
        "grep -qw $c docs/install/$f || echo not in $f; done; done");
  assert_string_equal(
    s.out, "asm\ncheck\ndis\nhelp\nrun\nstimulus\ntrace\ntube\nview\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(everything_is_where_it_is_looked_for),
    cmocka_unit_test(the_program_of_the_page_is_built_and_steps_the_machine),
    cmocka_unit_test(every_command_is_completed),
    cmocka_unit_test(bash_completes_commands_options_and_values),
  };

  return cmocka_run_group_tests(tests, install, shell_end);
}
