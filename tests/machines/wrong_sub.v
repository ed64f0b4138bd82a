// SPDX-License-Identifier: MIT
// A Baby with a fault: function 5, the second code of SUB, does nothing.
//
// It is unlike parallel.v on purpose: one clock an order, words written digit 0
// first as in 1948, and a counter of five digits that holds the line of the
// next order. Run by Icarus as parallel.v is.

`timescale 1us / 1us
`default_nettype none

module wrong_sub;
  reg        tick = 1;
  reg        running = 1;
  reg [4:0]  C = 1;
  reg [0:31] A = 0;
  reg [0:31] S0[0:15];     // the store in two halves
  reg [0:31] S1[0:15];
  reg [31:0] order, s;
  reg [0:31] image [0:31];
  reg [1023:0] file;
  integer    n;

  function [31:0] number(input [0:31] w);
    for (n = 0; n < 32; n = n + 1) number[n] = w[n];
  endfunction

  function [0:31] digits(input [31:0] w);
    for (n = 0; n < 32; n = n + 1) digits[n] = w[n];
  endfunction

  function [31:0] look(input [4:0] line);
    look = number(line[4] ? S1[line[3:0]] : S0[line[3:0]]);
  endfunction

  always #5 tick = !tick;

  always @(posedge tick)
    if (running) begin
      order = look(C);
      s = look(order[4:0]);
      case (order[15:13])
        0: C <= s[4:0] + 5'd1;
        1: C <= C + s[4:0] + 5'd1;
        2: A <= digits(-s);
        3: if (order[4]) S1[order[3:0]] <= A; else S0[order[3:0]] <= A;
        4: A <= digits(number(A) - s);
        6: if (A[31]) C <= C + 5'd2;
        7: running <= 0;
      endcase
      if (order[15:13] >= 2 && order[15:13] != 7 &&
          !(order[15:13] == 6 && A[31]))
        C <= C + 5'd1;
    end

  initial begin
    for (n = 0; n < 32; n = n + 1) image[n] = 0;
    if (!$value$plusargs("memory=%s", file)) $finish;
    $readmemb(file, image);
    for (C = 0; C < 16; C = C + 1) begin
      S0[C[3:0]] = digits(image[C]);
      S1[C[3:0]] = digits(image[C + 16]);
    end
    C = 1;
    if (!$value$plusargs("dump=%s", file)) $finish;
    $dumpfile(file);
    $dumpvars(0, wrong_sub);
    for (n = 0; n < 16; n = n + 1) $dumpvars(0, S0[n]);
    for (n = 0; n < 16; n = n + 1) $dumpvars(0, S1[n]);
    wait (!running) #40 $finish;
  end

  initial #20000 $finish;
endmodule
