// SPDX-License-Identifier: MIT
/*
 * row.h - words made of digits, whatever a digit is.
 *
 * Read after a class digit has been defined, by digit.h (a digit is a formula)
 * and by recorder.h (a digit is a gate); a word is a row of 32 digits, a
 * longword one of 64. Sums and differences are serial adders.
 *
 * Operators are friends defined inside the class, so that they are found for
 * words only and comparisons of enums are left alone.
 */
#ifndef FORMAL_ROW_H
#define FORMAL_ROW_H

#include <stddef.h>
#include <stdint.h>
#include <type_traits>

/* A row of N digits. */
template <unsigned N> class row
{
  digit d[N];

  template <class T>
  using plain =
    std::enable_if_t<std::is_integral<T>::value || std::is_enum<T>::value>;

  template <unsigned M> friend class row;

  /* A serial adder: a + b + carry. */
  static row sum(const row &a, const row &b, digit carry)
  {
    row w;

    for (unsigned p = 0; p < N; p++) {
      const digit x = a.d[p] ^ b.d[p];

      w.d[p] = x ^ carry;
      carry = (a.d[p] & b.d[p]) | (x & carry);
    }
    return w;
  }

public:
  row() = default;
  row(uint64_t value)
  {
    for (unsigned p = 0; p < N; p++)
      d[p] = (value >> p & 1) != 0;
  }
  row(digit value)
  {
    d[0] = value;
  }
  /* A longer row from a shorter one, and by a cast the other way. */
  template <unsigned M, class = std::enable_if_t<(M < N)>>
  row(const row<M> &other)
  {
    for (unsigned p = 0; p < M; p++)
      d[p] = other.d[p];
  }
  template <unsigned M, class = std::enable_if_t<(M > N)>, class = void>
  explicit row(const row<M> &other)
  {
    for (unsigned p = 0; p < N; p++)
      d[p] = other.d[p];
  }
  /* The value, for an index or a switch. */
  operator std::conditional_t<N == 32, uint32_t, uint64_t>() const
  {
    std::conditional_t<N == 32, uint32_t, uint64_t> value = 0;

    for (unsigned p = N; p-- > 0;)
      value = value << 1 | static_cast<bool>(d[p]);
    return value;
  }
  /* Is any digit 1? */
  operator digit() const
  {
    digit any = false;

    for (unsigned p = 0; p < N; p++)
      any = any | d[p];
    return any;
  }
  friend digit read_digit(const row &w, unsigned p)
  {
    return p < N ? w.d[p] : digit();
  }
  friend row write_digit(const row &w, unsigned p, digit value)
  {
    row v = w;

    if (p < N)
      v.d[p] = value;
    return v;
  }
  friend row operator~(const row &a)
  {
    row w;

    for (unsigned p = 0; p < N; p++)
      w.d[p] = !a.d[p];
    return w;
  }
  friend row operator&(const row &a, const row &b)
  {
    row w;

    for (unsigned p = 0; p < N; p++)
      w.d[p] = a.d[p] & b.d[p];
    return w;
  }
  friend row operator|(const row &a, const row &b)
  {
    row w;

    for (unsigned p = 0; p < N; p++)
      w.d[p] = a.d[p] | b.d[p];
    return w;
  }
  friend row operator^(const row &a, const row &b)
  {
    row w;

    for (unsigned p = 0; p < N; p++)
      w.d[p] = a.d[p] ^ b.d[p];
    return w;
  }
  friend row operator+(const row &a, const row &b)
  {
    return sum(a, b, false);
  }
  friend row operator-(const row &a, const row &b)
  {
    return sum(a, ~b, true);
  }
  friend digit operator==(const row &a, const row &b)
  {
    digit same = true;

    for (unsigned p = 0; p < N; p++)
      same = same & !(a.d[p] ^ b.d[p]);
    return same;
  }
  friend row operator>>(const row &a, unsigned places)
  {
    row w;

    for (unsigned p = 0; p + places < N; p++)
      w.d[p] = a.d[p + places];
    return w;
  }
  friend row operator<<(const row &a, unsigned places)
  {
    row w;

    for (unsigned p = places; p < N; p++)
      w.d[p] = a.d[p - places];
    return w;
  }

  /* The same with a number on one side. */
  template <class T, class = plain<T>> friend row operator&(const row &a, T b)
  {
    return a & row(static_cast<uint64_t>(b));
  }
  template <class T, class = plain<T>> friend row operator+(const row &a, T b)
  {
    return a + row(static_cast<uint64_t>(b));
  }
  template <class T, class = plain<T>> friend row operator-(const row &a, T b)
  {
    return a - row(static_cast<uint64_t>(b));
  }
  template <class T, class = plain<T>> friend row operator-(T a, const row &b)
  {
    return row(static_cast<uint64_t>(a)) - b;
  }
  template <class T, class = plain<T>>
  friend digit operator==(const row &a, T b)
  {
    return a == row(static_cast<uint64_t>(b));
  }
  template <class T, class = plain<T>>
  friend row operator>>(const row &a, T places)
  {
    return a >> static_cast<unsigned>(places);
  }
  template <class T, class = plain<T>>
  friend row operator<<(const row &a, T places)
  {
    return a << static_cast<unsigned>(places);
  }
};

typedef row<32> word;
typedef row<64> longword;

#endif
