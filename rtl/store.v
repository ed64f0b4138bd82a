// SPDX-License-Identifier: MIT
// store.v - the store tube: 32 lines of 32 digits, and the line counter.
`default_nettype none

module store (
  input  wire       clk,   // one rising edge a digit period
  input  wire       rst,   // clear the line counter; the tube is left alone
  input  wire [5:0] p,     // digit period of the beat
  input  wire       BO,    // black-out
  input  wire       HA,    // action beat, active or idle
  input  wire       scan,  // scan beat, active or idle
  input  wire       last,  // last digit period of the beat
  input  wire [4:0] L,     // line staticisor
  input  wire       SE,    // store erase
  input  wire       ITG,   // inward transfer gate
  input  wire       key,   // the typewriter key of this digit is pressed
  input  wire       WRITE, // console: the typewriter writes, else erases
  input  wire       a_w,   // accumulator digit written
  output wire [4:0] line,  // store line under the beam
  output wire       s,     // store digit read
  output wire       s_w    // store digit written
);
  reg [31:0] S [0:31]; // store tube
  reg [4:0]  LC;       // line counter: the line that scan beats regenerate

  // Read
  assign line = HA ? L : LC;
  wire [31:0] shown = S[line];
  assign s = shown[p[4:0]] & !SE & !BO;

  // Write. A key beats STO, STO beats regeneration.
  assign s_w = (HA & key) ? WRITE : ITG ? a_w : s;

  // The digit under the beam
  always @(posedge clk)
    if (!rst & !BO)
      S[line][p[4:0]] <= s_w;

  // Line counter: active or idle, the store is regenerated
  always @(posedge clk)
    if (rst)
      LC <= 5'd0;
    else if (scan & last)
      LC <= LC + 5'd1;
endmodule

`default_nettype wire
