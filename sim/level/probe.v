// SPDX-License-Identifier: MIT
// probe.v - the machine under a probe: every net of it seen, every register of
// it written at once. It makes rtl/, or its gates, a level.
//
// Three things keep a level nearly as fast as the bare machine. Nets are named
// here, not made public, so that Verilator may do with them what it likes. The
// console stands behind flip-flops, so that no gate hangs on a port. And clk
// falls by itself as soon as it has risen, so that one eval() is one digit
// period.
`default_nettype none
`include "signals.vh" // made of sim/signals.def by probe.awk

module probe (
  input  wire        tick,     // changes: a digit period is over
  input  wire        take,     // rising: take over what follows ...
  input  wire        load,     // ... and all registers, as given
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
  // A digit period, as in sim/period.h; the store is public
  input  wire [7:0]  given_byte [0:`PERIOD_BYTES-1],
  input  wire [31:0] given_held [0:`PERIOD_WORDS-1],
  input  wire [31:0] given_S [0:31],
  output wire [7:0]  seen_byte [0:`PERIOD_BYTES-1],
  output wire [31:0] seen_held [0:`PERIOD_WORDS-1]
);
  reg        at_rst, at_as_built, at_CS, at_KC, at_MAN, at_WRITE, at_KLC,
             at_KSC, at_KCC;
  reg [4:0]  at_LS;
  reg [2:0]  at_FS;
  reg [31:0] at_TW;
  reg        passed; // the last tick, once clk has risen for it
  wire       clk;
  integer    n;

  assign clk = tick ^ passed;

  always @(posedge clk)
    passed <= tick;

  `PERIOD_SEEN

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
        ssem.store.S[n] <= given_S[n];
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
