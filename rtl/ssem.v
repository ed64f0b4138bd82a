// SPDX-License-Identifier: MIT
// ssem.v - the Small-Scale Experimental Machine: its block diagram and no more.
`default_nettype none

module ssem (
  input  wire        clk,      // one rising edge a digit period
  input  wire        rst,      // synchronous: clear all but the store tube
  input  wire        as_built, // strap: F is sampled in S1 too [PRM A1.4]
  // Console; all synchronous to clk, 1 = pressed or down
  input  wire        CS,       // run: a prepulse after each order
  input  wire        KC,       // one prepulse; a pulse of one period a press
  input  wire        MAN,      // Manual: the switches are the order
  input  wire [4:0]  LS,       // line switches
  input  wire [2:0]  FS,       // function switches
  input  wire [31:0] TW,       // typewriter keys, one a digit
  input  wire        WRITE,    // the typewriter writes, else erases
  input  wire        KLC,      // clear the action line
  input  wire        KSC,      // clear the store
  input  wire        KCC,      // clear control line, accumulator and test
  // Lamp
  output wire        stop,     // stop lamp
  // For a monitor tube: where the beam is, and what it writes there
  output wire [1:0]  beat,     // beat of the bar: 0 S1, 1 A1, 2 S2, 3 A2
  output wire [5:0]  p,        // digit period of the beat, 0 to 35
  output wire        BO,       // black-out: no beam
  output wire        active,   // a prepulse began this bar
  output wire [4:0]  line,     // store line under the beam
  output wire        CY,       // control line under the beam: PI, else CI
  output wire        s_w,      // store digit written
  output wire        c_w,      // control digit written
  output wire        a_w       // accumulator digit written
);
  wire       HA, scan, last, S1, A1, S2, A2;
  wire       ACT, CEN, AEN, ACE, ITG, key, SE;
  wire       s, bus;
  wire [4:0] L;
  wire [2:0] F;

  timebase timebase (
    .clk(clk), .rst(rst), .CS(CS), .KC(KC), .ACT(ACT), .F(F),
    .beat(beat), .p(p), .BO(BO), .HA(HA), .scan(scan), .last(last),
    .S1(S1), .A1(A1), .S2(S2), .A2(A2), .active(active), .stop(stop)
  );

  gates gates (
    .p(p), .BO(BO), .HA(HA), .A1(A1), .S2(S2), .A2(A2), .F(F), .s(s),
    .MAN(MAN), .TW(TW), .KLC(KLC), .KSC(KSC),
    .CY(CY), .CEN(CEN), .AEN(AEN), .ACE(ACE), .ITG(ITG), .ACT(ACT),
    .key(key), .SE(SE), .bus(bus)
  );

  store store (
    .clk(clk), .rst(rst), .p(p), .BO(BO), .HA(HA), .scan(scan), .last(last),
    .L(L), .SE(SE), .ITG(ITG), .key(key), .WRITE(WRITE), .a_w(a_w),
    .line(line), .s(s), .s_w(s_w)
  );

  control control (
    .clk(clk), .rst(rst), .p(p), .BO(BO), .last(last), .S1(S1), .CY(CY),
    .ACT(ACT), .CEN(CEN), .ACE(ACE), .F(F), .bus(bus), .a_w(a_w), .KCC(KCC),
    .c_w(c_w)
  );

  accumulator accumulator (
    .clk(clk), .rst(rst), .p(p), .BO(BO), .AEN(AEN), .ACE(ACE), .bus(bus),
    .KCC(KCC), .a_w(a_w)
  );

  staticisor staticisor (
    .clk(clk), .rst(rst), .as_built(as_built), .p(p), .scan(scan),
    .active(active), .S1(S1), .S2(S2), .c_w(c_w), .MAN(MAN), .LS(LS),
    .FS(FS), .L(L), .F(F)
  );
endmodule

`default_nettype wire
