// SPDX-License-Identifier: MIT
// staticisor.v - the line and function staticisors.
`default_nettype none

module staticisor (
  input  wire       clk,      // one rising edge a digit period
  input  wire       rst,      // clear
  input  wire       as_built, // strap: F is sampled in S1 too [PRM A1.4]
  input  wire [5:0] p,        // digit period of the beat
  input  wire       scan,     // scan beat, active or idle
  input  wire       active,   // a prepulse began this bar
  input  wire       S1,       // scan 1 of an active bar
  input  wire       S2,       // scan 2 of an active bar
  input  wire       c_w,      // control digit written
  input  wire       MAN,      // console: the switches are the order
  input  wire [4:0] LS,       // console: line switches
  input  wire [2:0] FS,       // console: function switches
  output reg  [4:0] L,        // line staticisor
  output reg  [2:0] F         // function staticisor
);
  wire       X;     // digit offered, in series with the switches
  wire       clean; // zeros go into F: A1 is a clean fetch

  // An idle machine, or Manual, offers ones to the switches
  assign X = !active | MAN | ((S1 | S2) & c_w);

  // Digits 0-4 and 13-15, as they pass in scan beats. In S1 zeros go into F, so
  // that A1 is a clean fetch; as built CI's digits do.
  assign clean = S1 & !MAN & !as_built;

  always @(posedge clk)
    if (rst)
      L <= 5'd0;
    else if (scan & (p < 6'd5))
      L[p[2:0]] <= X & LS[p[2:0]];

  always @(posedge clk)
    if (rst)
      F <= 3'd0;
    else if (scan & (p == 6'd13))
      F[0] <= X & FS[0] & !clean;
    else if (scan & (p == 6'd14))
      F[1] <= X & FS[1] & !clean;
    else if (scan & (p == 6'd15))
      F[2] <= X & FS[2] & !clean;
endmodule

`default_nettype wire
