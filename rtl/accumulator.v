// SPDX-License-Identifier: MIT
// accumulator.v - the accumulator tube and its subtractor.
`default_nettype none

module accumulator (
  input  wire       clk, // one rising edge a digit period
  input  wire       rst, // clear
  input  wire [5:0] p,   // digit period of the beat
  input  wire       BO,  // black-out
  input  wire       AEN, // accumulator takes the bus
  input  wire       ACE, // erase, with AEN
  input  wire       bus, // store digit
  input  wire       KCC, // console: clear the accumulator
  output wire       a_w  // accumulator digit written
);
  reg [31:0] A;      // accumulator tube
  reg        borrow; // of the subtractor
  wire       a;      // accumulator digit read
  wire       y;      // digit taken from it

  // A subtractor
  assign a = A[p[4:0]] & !(ACE & AEN) & !KCC & !BO;
  assign y = AEN & bus;
  assign a_w = a ^ y ^ borrow;

  // The digit under the beam
  always @(posedge clk)
    if (rst)
      A <= 32'd0;
    else if (!BO)
      A[p[4:0]] <= a_w;

  always @(posedge clk)
    if (rst)
      borrow <= 1'b0;
    else
      borrow <= ((y & !a) | (borrow & !(a ^ y))) & !BO;
endmodule

`default_nettype wire
