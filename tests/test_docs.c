// SPDX-License-Identifier: MIT
/*
 * test_docs.c - what the pages show is what the commands say.
 *
 * Every block fenced as ```console in README.md and docs is replayed: a line
 * "$ command" is run at the top of the tree with `ssem` and $TMP defined, and
 * what it prints (errors too) must be the lines that follow it, up to the next
 * "$ " or the end of the block. Lines "> ..." right after it are its own next
 * lines, as a shell shows them. A line "..." stands for any lines. An empty
 * directory stands in for the reader's: files named out/... go there.
 */
#include "support/file.h"
#include "support/need.h"
#include "support/shell.h"
#include "support/test.h"

#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct said s;
static unsigned replayed;

static char *line_at(char **at)
{
  char *const line = *at;
  char *const end = strchr(line, '\n');

  if (end == NULL)
    return NULL;
  *end = '\0';
  *at = end + 1;
  return line;
}

/* Does what was said match the lines shown? Both are taken apart. */
static bool matches(char *said, char *shown)
{
  char *expected;
  char *found = NULL;

  while ((expected = line_at(&shown)) != NULL) {
    if (strcmp(expected, "...") == 0) {
      char *const until = line_at(&shown);

      if (until == NULL)
        return true;
      do {
        found = line_at(&said);
      } while (found != NULL && strcmp(found, until) != 0);
      if (found == NULL)
        return false;
      continue;
    }
    found = line_at(&said);
    if (found == NULL || strcmp(found, expected) != 0)
      return false;
  }
  return *said == '\0';
}

static void replay(const char *page, const char *command, const char *shown)
{
  static char copy[sizeof s.out];
  static char found[sizeof s.out];
  char line[4096];

  snprintf(copy, sizeof copy, "%s", shown);
  snprintf(line, sizeof line,
           "ssem() { \"$SSEM\" \"$@\"; }; { %s\n} 2>&1 | "
           "sed \"s|$TMP|out|g\"",
           command);
  shell(&s, line);
  replayed++;
  snprintf(found, sizeof found, "%s", s.out);
  if (!matches(found, copy))
    fail_msg("%s: $ %s\nshown:\n%sfound:\n%s", page, command, shown, s.out);
}

/* out/x in a page is $TMP/x here. */
static void expand(const char *command, char *out, size_t size)
{
  size_t end = 0;

  for (; *command != '\0' && end + 8 < size; command++) {
    if (strncmp(command, "out/", 4) == 0) {
      end += (size_t)snprintf(out + end, size - end, "$TMP/");
      command += 3;
    } else
      out[end++] = *command;
  }
  out[end] = '\0';
}

/* Is what the command begins with installed? In CI everything must be. */
static bool can_run(const char *command)
{
  char line[128];

  snprintf(line, sizeof line,
           "ssem() { :; }; test -n \"$CI\" || command -v %.*s >/dev/null",
           (int)strcspn(command, " \n|"), command);
  shell(&s, line);
  return s.status == 0;
}

/* Where a page was left, its next command not being installed; or "". */
static char left[256];

/* Up to the first command that is not installed: later ones build on it. */
static void replay_page(const char *page)
{
  size_t size;
  char *const bytes = file_read(page, &size);
  char *at = bytes;
  char command[2048] = "";
  static char shown[sizeof s.out];
  bool inside = false;
  char *line;

  shell(&s, "rm -rf \"$TMP\"/*"); /* each reader begins empty-handed */
  while ((line = line_at(&at)) != NULL) {
    if (inside && (strncmp(line, "$ ", 2) == 0 || strcmp(line, "```") == 0)) {
      if (command[0] != '\0') {
        if (!can_run(command)) {
          snprintf(left, sizeof left, "%s: not beyond $ %.*s", page,
                   (int)strcspn(command, "\n"), command);
          break;
        }
        replay(page, command, shown);
      }
      command[0] = shown[0] = '\0';
      if (line[0] == '$')
        expand(line + 2, command, sizeof command);
      else
        inside = false;
    } else if (inside && shown[0] == '\0' && strncmp(line, "> ", 2) == 0) {
      const size_t end = strlen(command);

      command[end] = '\n';
      expand(line + 2, command + end + 1, sizeof command - end - 1);
    } else if (inside) {
      const size_t end = strlen(shown);

      snprintf(shown + end, sizeof shown - end, "%s\n", line);
    } else if (strcmp(line, "```console") == 0) {
      inside = true;
    }
  }
  free(bytes);
}

static void every_command_shown_prints_what_is_shown(void **state)
{
  static const char *const places[] = { "README.md", "docs/*.md",
                                        "docs/*/*.md" };
  glob_t pages;

  (void)state;
  for (unsigned i = 0; i < sizeof places / sizeof places[0]; i++)
    glob(places[i], i == 0 ? 0 : GLOB_APPEND, NULL, &pages);
  for (size_t i = 0; i < pages.gl_pathc; i++)
    replay_page(pages.gl_pathv[i]);
  globfree(&pages);
  print_message("%u commands replayed\n", replayed);
  assert_true(replayed > 0);
  if (left[0] != '\0')
    missing(left);
}

static void a_page_that_shows_something_else_is_caught(void **state)
{
  char said[] = "one\ntwo\nthree\n";
  char same[] = "one\n...\nthree\n";
  char less[] = "one\ntwo\n";
  char said_again[] = "one\ntwo\nthree\n";
  char other[] = "one\nzwei\nthree\n";
  char said_more[] = "one\ntwo\nthree\n";

  (void)state;
  assert_true(matches(said, same));
  assert_false(matches(said_again, less));
  assert_false(matches(said_more, other));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_command_shown_prints_what_is_shown),
    cmocka_unit_test(a_page_that_shows_something_else_is_caught),
  };

  return cmocka_run_group_tests(tests, shell_begin, shell_end);
}
