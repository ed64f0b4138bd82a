// SPDX-License-Identifier: MIT
/*
 * check_vcd.h - ssem check --vcd: any machine, by its waveform, against isa.
 */
#ifndef COMMAND_CHECK_VCD_H
#define COMMAND_CHECK_VCD_H

#include "options.h"

/* The whole command, once --vcd or --map has been given. */
enum status check_vcd(const struct options *o);

#endif
