// SPDX-License-Identifier: MIT
/* program_write.c - program files out: assembly, snapshot, listing. */
#include "program_writer.h"

#include "sim/order.h"

#include <inttypes.h>
#include <string.h>

bool program_format_of(const char *name, enum program_format *format)
{
  if (text_ends_in(name, ".asm"))
    *format = PROGRAM_ASM;
  else if (text_ends_in(name, ".snp"))
    *format = PROGRAM_SNP;
  else if (text_ends_in(name, ".lst"))
    *format = PROGRAM_LST;
  else
    return false;
  return true;
}

void writer_digits(word w, FILE *out)
{
  for (unsigned p = 0; p < SSEM_DIGITS; p++)
    fputc(read_digit(w, p) ? '1' : '0', out);
}

static void write_asm(unsigned n, word w, FILE *out)
{
  char text[ORDER_TEXT];

  if (order_is_plain(w)) {
    order_words(w, text);
    fprintf(out, "%02u %-8s ; %" PRId32 "\n", n, text, (int32_t)w);
  } else {
    fprintf(out, "%02u NUM %" PRId32 "\n", n, (int32_t)w);
  }
}

static void write_lst(unsigned n, word w, FILE *out)
{
  char text[ORDER_TEXT];

  fprintf(out, "%2u ", n);
  writer_digits(w, out);
  if (order_is_plain(w)) {
    order_words(w, text);
    fprintf(out, " %s\n", text);
  } else {
    fprintf(out, " %" PRId32 "\n", (int32_t)w);
  }
}

static void write_snp(unsigned n, word w, FILE *out)
{
  fprintf(out, "%04u:", n);
  writer_digits(w, out);
  fputc('\n', out);
}

unsigned writer_count(const struct program *pr)
{
  unsigned count = 0;

  for (unsigned n = 0; n < SSEM_LINES; n++)
    count += pr->given >> n & 1;
  return count;
}

void program_write(const struct program *pr, enum program_format format,
                   FILE *out)
{
  static void (*const write[])(unsigned, word, FILE *) = {
    [PROGRAM_ASM] = write_asm,
    [PROGRAM_SNP] = write_snp,
    [PROGRAM_LST] = write_lst,
  };

  if (format == PROGRAM_SNP)
    fprintf(out, "%u\n", writer_count(pr));
  if (format == PROGRAM_ASM && pr->first != 1)
    fprintf(out, "%02u START\n", pr->first);
  for (unsigned n = 0; n < SSEM_LINES; n++)
    if (pr->given >> n & 1)
      write[format](n, pr->S[n], out);
}
