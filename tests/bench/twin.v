// SPDX-License-Identifier: MIT
// twin.v - the machine with its console behind flip-flops. No gate hangs on a
// port then, and Verilator need not go over all of them at every eval().
`default_nettype none

module twin (
  input  wire        clk,   // as in ssem.v, the console one digit period late
  input  wire        rst,
  input  wire        CS,
  input  wire        MAN,
  input  wire [4:0]  LS,
  input  wire [31:0] TW,
  input  wire        WRITE,
  input  wire        KLC,
  output wire [1:0]  beat,
  output wire [5:0]  p,
  output wire        BO,
  output wire [4:0]  line,
  output wire        s_w,
  output wire        c_w,
  output wire        a_w
);
  reg        held_CS, held_MAN, held_WRITE, held_KLC;
  reg [4:0]  held_LS;
  reg [31:0] held_TW;

  always @(posedge clk) begin
    held_CS <= CS;
    held_MAN <= MAN;
    held_LS <= LS;
    held_TW <= TW;
    held_WRITE <= WRITE;
    held_KLC <= KLC;
  end

  ssem ssem (
    .clk(clk), .rst(rst), .as_built(1'b0), .CS(held_CS), .KC(1'b0),
    .MAN(held_MAN), .LS(held_LS), .FS(3'd7), .TW(held_TW), .WRITE(held_WRITE),
    .KLC(held_KLC), .KSC(1'b0), .KCC(1'b0), .stop(), .beat(beat), .p(p),
    .BO(BO), .active(), .line(line), .CY(), .s_w(s_w), .c_w(c_w), .a_w(a_w)
  );
endmodule

`default_nettype wire
