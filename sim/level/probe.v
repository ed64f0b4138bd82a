// SPDX-License-Identifier: MIT
// probe.v - the machine under a probe: every net of it as a few words, every
// register of it written at once. It makes rtl/, or its gates, a level.
//
// The console stands behind flip-flops, so that no gate hangs on a port: when
// clk has risen, everything is settled and seen. And nets are named here, not
// made public, so that Verilator may do with them what it likes. Both are why
// a level costs little more than the bare machine.
`default_nettype none
`include "signals.vh" // made of sim/signals.def by probe.awk

module probe (
  input  wire        clk,      // one rising edge a digit period
  input  wire        take,     // rising: take over what follows ...
  input  wire        load,     // ... and all registers as given; clk is still
  input  wire        rst,      // as in ssem.v, down to KCC
  input  wire        as_built,
  input  wire        CS,
  input  wire        KC,
  input  wire        MAN,
  input  wire [4:0]  LS,
  input  wire [2:0]  FS,
  input  wire [31:0] TW,
  input  wire        WRITE,
  input  wire        KLC,
  input  wire        KSC,
  input  wire        KCC,
  // A digit period, packed as in sim/period.h; the store is public
  input  wire [`PERIOD_WIDTH-1:0]    given,
  input  wire [32*`PERIOD_WORDS-1:0] given_held,
  input  wire [1023:0]               given_S,
  output wire [`PERIOD_WIDTH-1:0]    seen,
  output wire [32*`PERIOD_WORDS-1:0] seen_held
);
  reg        at_rst, at_as_built, at_CS, at_KC, at_MAN, at_WRITE, at_KLC,
             at_KSC, at_KCC;
  reg [4:0]  at_LS;
  reg [2:0]  at_FS;
  reg [31:0] at_TW;
  integer    n;

  assign seen = `PERIOD_SEEN;
  assign seen_held = `PERIOD_SEEN_HELD;

  always @(posedge take) begin
    at_rst <= rst;
    at_as_built <= as_built;
    at_CS <= CS;
    at_KC <= KC;
    at_MAN <= MAN;
    at_LS <= LS;
    at_FS <= FS;
    at_TW <= TW;
    at_WRITE <= WRITE;
    at_KLC <= KLC;
    at_KSC <= KSC;
    at_KCC <= KCC;
    if (load) begin
      `PERIOD_LOAD
      for (n = 0; n < 32; n = n + 1)
        ssem.store.S[n] <= given_S[32*n +: 32];
    end
  end

  ssem ssem (
    .clk(clk), .rst(at_rst), .as_built(at_as_built), .CS(at_CS), .KC(at_KC),
    .MAN(at_MAN), .LS(at_LS), .FS(at_FS), .TW(at_TW), .WRITE(at_WRITE),
    .KLC(at_KLC), .KSC(at_KSC), .KCC(at_KCC), .stop(), .beat(), .p(), .BO(),
    .active(), .line(), .CY(), .s_w(), .c_w(), .a_w()
  );
endmodule

`default_nettype wire
