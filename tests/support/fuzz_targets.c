// SPDX-License-Identifier: MIT
/* fuzz_targets.c - what must survive any bytes. */
#include "fuzz_targets.h"

#include "sim/program/program.h"
#include "sim/waveform/foreign_check.h"
#include "sim/waveform/map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void must(bool good)
{
  if (!good)
    abort();
}

/* One sentence: not empty, no newline in it. */
static void must_say(const char *text)
{
  must(text[0] != '\0' && strchr(text, '\n') == NULL);
}

void fuzz_map(const uint8_t *bytes, size_t size)
{
  static struct map map;
  char text[TEXT_SENTENCE] = "";

  if (!map_parse("m", (const char *)bytes, size, &map, text))
    must_say(text);
}

/* Where "---\n" stands at the start of a line, or size. */
static size_t divide(const char *bytes, size_t size)
{
  for (size_t i = 0; i + 4 <= size; i++)
    if (memcmp(bytes + i, "---\n", 4) == 0 && (i == 0 || bytes[i - 1] == '\n'))
      return i;
  return size;
}

static void check(struct dump *reader, const struct map *map)
{
  static const word S[SSEM_LINES] = {
    [1] = 0x4014, [2] = 0x8015, [3] = 0xe000
  };
  static struct mapped f;
  static struct foreign_check c;
  char text[FOREIGN_TEXT] = "";

  if (!mapped_open(&f, reader, map, text)) {
    must_say(text);
    return;
  }
  foreign_check_begin(&c, &f, S, 1);
  while (foreign_check_run(&c, 100) == FOREIGN_AGREES)
    ;
  foreign_check_explain(&c, "d", text, sizeof text);
  must((c.outcome == FOREIGN_DIFFERS || c.outcome == FOREIGN_MISSING) ==
       (text[0] != '\0'));
  if (c.outcome == FOREIGN_FAULT)
    must_say(dump_text(reader));
  foreign_check_uncovered(&c, text, sizeof text);
}

void fuzz_dump(const uint8_t *bytes, size_t size)
{
  static struct map map;
  const char *const start = (const char *)bytes;
  const size_t cut = divide(start, size);
  const size_t dump = cut < size ? cut + 4 : size;
  char text[TEXT_SENTENCE] = "";
  struct dump_source *source;
  struct dump *reader;

  if (!map_parse("m", start, cut, &map, text)) {
    must_say(text);
    return;
  }
  source = dump_source_memory(start + dump, size - dump);
  must(source != NULL);
  reader = dump_open(source, "d", text);
  if (reader == NULL) {
    must_say(text);
    return;
  }
  check(reader, &map);
  dump_close(reader);
}

static void must_come_back(const struct program *pr, enum program_format format)
{
  static struct program again;
  char text[TEXT_SENTENCE];
  char *bytes = NULL;
  size_t size = 0;
  FILE *const out = open_memstream(&bytes, &size);

  must(out != NULL);
  program_write(pr, format, out);
  fclose(out);
  must(pr->given == 0 || program_parse("again", bytes, size, &again, text));
  must(pr->given == 0 || memcmp(pr->S, again.S, sizeof again.S) == 0);
  free(bytes);
}

void fuzz_program(const uint8_t *bytes, size_t size)
{
  static struct program pr;
  char text[TEXT_SENTENCE] = "";

  if (!program_parse("p", (const char *)bytes, size, &pr, text)) {
    must_say(text);
    return;
  }
  must_come_back(&pr, PROGRAM_ASM);
  must_come_back(&pr, PROGRAM_SNP);
  must_come_back(&pr, PROGRAM_LST);
}
