// SPDX-License-Identifier: MIT
/*
 * test.h - cmocka with what it wants included before it, in its order.
 */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

#endif
