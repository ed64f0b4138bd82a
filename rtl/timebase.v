// SPDX-License-Identifier: MIT
// timebase.v - digit periods, beats and bars; prepulse and stop flip-flop.
`default_nettype none

module timebase (
  input  wire       clk,    // one rising edge a digit period
  input  wire       rst,    // clear: beat S1, p = 0, active = CS
  input  wire       CS,     // console: run
  input  wire       KC,     // console: single prepulse, a pulse a press
  input  wire       ACT,    // the staticised order acts
  input  wire [2:0] F,      // function staticisor
  output reg  [1:0] beat,   // beat of the bar: 0 S1, 1 A1, 2 S2, 3 A2
  output reg  [5:0] p,      // digit period of the beat, 0 to 35
  output wire       BO,     // black-out: p 32 to 35
  output wire       HA,     // halver: action beat, active or idle
  output wire       scan,   // scan beat, active or idle
  output wire       last,   // last digit period of the beat
  output wire       S1,     // scan 1 of an active bar
  output wire       A1,     // action 1 of an active bar
  output wire       S2,     // scan 2 of an active bar
  output wire       A2,     // action 2 of an active bar
  output reg        active, // a prepulse began this bar
  output reg        stop    // stop flip-flop and lamp
);
  localparam [1:0] BEAT_S1 = 2'd0, BEAT_A1 = 2'd1, BEAT_S2 = 2'd2,
                   BEAT_A2 = 2'd3;

  reg  ksp;    // a single prepulse (KC) has been asked for
  wire PP;     // prepulse: at p35 of A2, the next bar is active
  wire decide; // p35 of A2: PP is decided
  wire F0 = F[0];
  wire F1 = F[1];
  wire F2 = F[2];

  assign HA = (beat == BEAT_A1) | (beat == BEAT_A2);
  assign BO = p >= 6'd32;
  assign scan = (beat == BEAT_S1) | (beat == BEAT_S2);
  assign last = p == 6'd35;
  assign S1 = active & (beat == BEAT_S1);
  assign A1 = active & (beat == BEAT_A1);
  assign S2 = active & (beat == BEAT_S2);
  assign A2 = active & (beat == BEAT_A2);
  assign decide = (beat == BEAT_A2) & last;
  assign PP = decide & ((CS & !stop) | ksp);

  // Stop flip-flop: clearing wins
  always @(posedge clk)
    if (rst)
      stop <= 1'b0;
    else
      stop <= (stop | (ACT & (p == 6'd0) & F2 & F1 & F0)) & !PP;

  // Prepulse: decided at p35 of A2, active bar or idle; no press is lost
  always @(posedge clk)
    if (rst)
      active <= CS;
    else if (decide)
      active <= PP;

  always @(posedge clk)
    if (rst)
      ksp <= 1'b0;
    else
      ksp <= KC | (ksp & !decide);

  // Time
  always @(posedge clk)
    if (rst)
      p <= 6'd0;
    else
      p <= last ? 6'd0 : p + 6'd1;

  always @(posedge clk)
    if (rst)
      beat <= BEAT_S1;
    else
      beat <= last ? beat + 2'd1 : beat;
endmodule

`default_nettype wire
