// SPDX-License-Identifier: MIT
// A Baby for a board: no console, the program in a file that synthesis reads
// (Yosys also looks where this one lies).
// One clock an order. pc has 5 digits and is the line of the next order.
//
// The how-to "Check your own machine" makes gates of it and checks those.

`default_nettype none

module board (
  input  wire clk,
  output reg  halted
);
  reg  [31:0] acc;
  reg  [4:0]  pc;
  reg  [31:0] mem [0:31];

  wire [31:0] order = mem[pc];
  wire [31:0] s = mem[order[4:0]];
  wire [2:0]  f = order[15:13];

  always @(posedge clk)
    if (!halted) begin
      pc <= (f == 0 ? s[4:0] : f == 1 ? pc + s[4:0] : pc) + 5'd1
            + (f == 6 & acc[31]);
      case (f)
        2: acc <= -s;
        3: mem[order[4:0]] <= acc;
        4, 5: acc <= acc - s;
        7: halted <= 1;
      endcase
    end

  initial begin
    acc = 0;
    pc = 1;
    halted = 0;
    $readmemb("program.mem", mem);
  end
endmodule
