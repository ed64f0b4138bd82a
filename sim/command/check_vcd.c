// SPDX-License-Identifier: MIT
/* check_vcd.c - any machine, by its waveform, against isa. */
#include "check_vcd.h"

#include "common.h"
#include "progress.h"

#include "sim/waveform/foreign_check.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool wrong(const char *sentence)
{
  fprintf(stderr, "ssem check: %s; see ssem check --help\n", sentence);
  return false;
}

static bool good_usage(const struct options *o)
{
  if (o->vcd == NULL || o->map == NULL)
    return wrong("--vcd and --map belong together");
  if (o->count != 1)
    return wrong("one PROGRAM expected with --vcd");
  if ((strcmp(o->vcd, "-") == 0) + (strcmp(o->map, "-") == 0) +
        (strcmp(o->programs[0], "-") == 0) >
      1)
    return wrong("only one of --vcd, --map and PROGRAM can be '-'");
  return true;
}

/* Was an STP obeyed, and not only come to, within --max-orders? */
static bool stopped(const struct options *o, const struct foreign_check *c)
{
  return c->final && c->orders - c->before <= o->max_orders;
}

/* So many orders were obeyed in all. */
static uint64_t obeyed(const struct options *o, const struct foreign_check *c)
{
  return c->orders - (c->final && !stopped(o, c));
}

static void print_json(const struct options *o, const struct foreign_check *c,
                       const char *difference)
{
  fputs("{\"program\":", stdout);
  print_json_string(o->programs[0]);
  fputs(",\"levels\":[\"isa\",", stdout);
  print_json_string(o->vcd);
  printf("],\"agree\":%s,\"stopped\":%s,\"orders\":%" PRIu64
         ",\"boundaries\":%" PRIu64 ",\"time\":%" PRIu64 ",\"difference\":",
         difference == NULL ? "true" : "false",
         difference == NULL && stopped(o, c) ? "true" : "false", obeyed(o, c),
         c->compared, c->f->time);
  if (difference == NULL)
    fputs("null", stdout);
  else
    print_json_string(difference);
  puts("}");
}

static void print_report(const struct options *o, const struct foreign_check *c,
                         const char *difference)
{
  char text[FOREIGN_TEXT] = "";

  printf("%s: ", o->programs[0]);
  if (difference != NULL) {
    puts(difference);
    return;
  }
  foreign_check_uncovered(c, text, sizeof text);
  printf("isa = %s at %s boundary, %" PRIu64 " orders, ", o->vcd,
         c->unseen > 0 ? "each dumped" : "every", obeyed(o, c) - c->before);
  if (stopped(o, c))
    printf("stopped by STP in line %02u", (unsigned)(c->t.CI & 31));
  else
    printf("not stopped");
  if (c->unseen > 0)
    printf("; %" PRIu64 " orders while the dump was off", c->unseen);
  puts(text);
}

/* Report, and the exit status. */
static enum status finish(const struct options *o,
                          const struct foreign_check *c)
{
  char difference[FOREIGN_TEXT] = "";

  switch (c->outcome) {
  case FOREIGN_FAULT:
    fprintf(stderr, "%s\n", dump_text(c->f->reader));
    return STATUS_USAGE;
  case FOREIGN_NONE:
    fprintf(stderr,
            "%s: found no boundary in %s, expected at least one; look at "
            "'boundary = ' and 'first = '\n",
            o->map, o->vcd);
    return STATUS_USAGE;
  case FOREIGN_DIFFERS:
  case FOREIGN_MISSING:
    foreign_check_explain(c, o->vcd, difference, sizeof difference);
    break;
  default: break;
  }
  (o->json ? print_json
           : print_report)(o, c, difference[0] == '\0' ? NULL : difference);
  return difference[0] != '\0'    ? STATUS_DIFFERS
         : progress_interrupted() ? STATUS_INTERRUPTED
         : stopped(o, c)          ? STATUS_STOPPED
                                  : STATUS_LIMIT;
}

/* Boundaries until the dump ends or enough orders have been obeyed. */
static void compare(const struct options *o, struct foreign_check *c)
{
  while (c->outcome == FOREIGN_AGREES && !progress_interrupted()) {
    const uint64_t left = o->max_orders - (c->orders - c->before);
    uint64_t most = CHUNK;

    if (!c->final && left < most) {
      if (left == 0 && c->compared > 0)
        break;
      most = left + (c->compared == 0); /* that before the first, too */
    }
    foreign_check_run(c, most);
    progress_show(c->orders, o->max_orders);
  }
  progress_end();
}

static enum status check_dump(const struct options *o, struct dump *reader,
                              const struct map *map, const struct program *pr)
{
  struct mapped f;
  struct foreign_check c;
  char text[TEXT_SENTENCE];

  if (!mapped_open(&f, reader, map, text)) {
    fprintf(stderr, "%s\n", text);
    return STATUS_USAGE;
  }
  foreign_check_begin(&c, &f, pr->S, o->first_line);
  if (!foreign_check_from(&c, o->from)) {
    fprintf(stderr,
            "ssem: --from: found %" PRIu64 ", expected at most %" PRIu64
            ", the order that stops %s\n",
            o->from, c.orders, pr->name);
    return STATUS_USAGE;
  }
  compare(o, &c);
  return finish_output(finish(o, &c));
}

enum status check_vcd(const struct options *o)
{
  struct dump_source *source;
  struct dump *reader;
  enum dump_opened opened;
  enum status status;
  struct program pr;
  struct map map;
  char text[TEXT_SENTENCE];

  if (!good_usage(o) || !load(o->programs[0], &pr))
    return STATUS_USAGE;
  if (!map_load(o->map, &map, text)) {
    fprintf(stderr, "%s\n", text);
    return STATUS_USAGE;
  }
  source = dump_source_open(o->vcd, &opened, text);
  if (source == NULL) {
    fprintf(stderr, "%s\n", text);
    return opened == DUMP_NO_TOOL ? STATUS_OUTPUT : STATUS_USAGE;
  }
  reader = dump_open(source, o->vcd, text);
  if (reader == NULL) {
    fprintf(stderr, "%s\n", text);
    return STATUS_USAGE;
  }
  status = check_dump(o, reader, &map, &pr);
  dump_close(reader);
  return status;
}
