// SPDX-License-Identifier: MIT
/*
 * need.h - what a test needs from the host, and may not find there.
 *
 * A test whose needs are not met is skipped; where CI is set in the
 * environment it fails, for there all must be run.
 */
#ifndef TESTS_NEED_H
#define TESTS_NEED_H

/* Is the command in PATH? If not, the test ends here. */
void need(const char *command);

/* Does the processor itself run the programs, and no emulator that RUN names?
 * If not, the test ends here; what says what is not to be seen there. */
void need_processor(const char *what);

/* End this test for want of something; what tells of what. */
void missing(const char *what);

#endif
