// SPDX-License-Identifier: MIT
// Runs the gates made of board.v; +dump=FILE says where to dump.

`timescale 1ns / 1ns

`default_nettype none

module bench;
  reg  clk = 0;
  reg  [1023:0] file;
  wire halted;

  board board (.clk(clk), .halted(halted));

  always #5 clk = !clk;

  initial begin
    if (!$value$plusargs("dump=%s", file)) $finish;
    $dumpfile(file);
    $dumpvars(0, bench);
    wait (halted) #50 $finish;
  end
endmodule
