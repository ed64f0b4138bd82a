# SPDX-License-Identifier: MIT
# A snapshot (.snp: "0001:" and 32 digits, digit 0 first) as $readmemb reads
# it: @address in hexadecimal, most significant digit first.
/^[0-9]+:/ {
  split($0, part, ":")
  word = ""
  for (p = 1; p <= 32; p++)
    word = substr(part[2], p, 1) word
  printf "@%x %s\n", part[1] + 0, word
}
