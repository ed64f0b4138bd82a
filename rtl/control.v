// SPDX-License-Identifier: MIT
// control.v - the control tube, its adder and the test flip-flop.
`default_nettype none

module control (
  input  wire       clk,  // one rising edge a digit period
  input  wire       rst,  // clear
  input  wire [5:0] p,    // digit period of the beat
  input  wire       BO,   // black-out
  input  wire       last, // last digit period of the beat
  input  wire       S1,   // scan 1 of an active bar
  input  wire       CY,   // control tube shows PI, else CI
  input  wire       ACT,  // the staticised order acts
  input  wire       CEN,  // control takes the bus
  input  wire       ACE,  // erase, with CEN
  input  wire [2:0] F,    // function staticisor
  input  wire       bus,  // store digit
  input  wire       a_w,  // accumulator digit written
  input  wire       KCC,  // console: clear control line and test flip-flop
  output wire       c_w   // control digit written
);
  reg [31:0] CI;    // control tube: control instruction
  reg [31:0] PI;    // control tube: present instruction
  reg        carry; // of the adder
  reg        T;     // test flip-flop: the next S1 adds 2 instead of 1
  wire       TU;    // the one that S1 adds, one place up if a test is owed
  wire       c;     // control digit read
  wire       x;     // digit added to it
  wire F0 = F[0];
  wire F1 = F[1];
  wire F2 = F[2];

  // An adder; in S1 it adds one, one place up if a test is owed
  assign TU = S1 & (((p == 6'd0) & !T) | ((p == 6'd1) & T));
  assign c = (CY ? PI[p[4:0]] : CI[p[4:0]]) & !(ACE & CEN) & !KCC & !BO;
  assign x = TU | (CEN & bus);
  assign c_w = c ^ x ^ carry;

  // The digit under the beam
  always @(posedge clk)
    if (rst)
      PI <= 32'd0;
    else if (CY & !BO)
      PI[p[4:0]] <= c_w;

  always @(posedge clk)
    if (rst)
      CI <= 32'd0;
    else if (!CY & !BO)
      CI[p[4:0]] <= c_w;

  always @(posedge clk)
    if (rst)
      carry <= 1'b0;
    else
      carry <= ((c & x) | ((c ^ x) & carry)) & !BO;

  // Test flip-flop: clearing wins
  always @(posedge clk)
    if (rst)
      T <= 1'b0;
    else
      T <= (T | (ACT & (p == 6'd31) & F2 & F1 & !F0 & a_w)) &
           !(S1 & last) & !KCC;
endmodule

`default_nettype wire
