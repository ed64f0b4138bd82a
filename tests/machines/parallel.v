// SPDX-License-Identifier: MIT
// A Baby as a student might draw it: whole words at once, two clocks an order.
//
// Nothing here is named or timed as in rtl/. pc is raised by the fetch clock,
// so at the boundary before an order it is one behind CI. Run by Icarus:
//
//   iverilog -o parallel tests/machines/parallel.v
//   vvp parallel +memory=FILE +dump=FILE.vcd [+orders=N]

`timescale 1ns / 1ns
`default_nettype none

module parallel;
  reg         clk = 0;
  reg         phase = 0;   // 0: the next clock fetches, 1: it obeys
  reg         halted = 0;
  reg  [31:0] pc = 0;
  reg  [31:0] ir = 0;
  reg  [31:0] acc = 0;
  reg  [31:0] mem [0:31];
  reg  [1023:0] file;
  integer     orders = 100000;
  integer     i;

  wire [31:0] operand = mem[ir[4:0]];
  wire [4:0]  next = pc[4:0] + 5'd1;

  always #50 clk = !clk;

  always @(posedge clk)
    if (!halted && !phase) begin
      phase <= 1;
      ir <= mem[next];
      pc <= pc + 1;
    end else if (!halted) begin
      phase <= 0;
      orders = orders - 1;
      case (ir[15:13])
        0: pc <= operand;
        1: pc <= pc + operand;
        2: acc <= -operand;
        3: mem[ir[4:0]] <= acc;
        4: acc <= acc - operand;
        5: acc <= acc - operand;
        6: if (acc[31]) pc <= pc + 1;
        7: halted <= 1;
      endcase
    end

  initial begin
    for (i = 0; i < 32; i = i + 1) mem[i] = 0;
    if (!$value$plusargs("memory=%s", file)) $finish;
    $readmemb(file, mem);
    if (!$value$plusargs("dump=%s", file)) $finish;
    if ($value$plusargs("orders=%d", orders)) ;
    $dumpfile(file);
    $dumpvars(0, parallel);
    for (i = 0; i < 32; i = i + 1) $dumpvars(0, mem[i]);
    wait (halted || orders == 0) #400 $finish;
  end
endmodule
