// SPDX-License-Identifier: MIT
// gates.v - which gates stand open: fetch is the JMP path steered to the PI
// line [PRM A1.4], so A1 and A2 are one and the same action.
`default_nettype none

module gates (
  input  wire [5:0]  p,   // digit period of the beat
  input  wire        BO,  // black-out
  input  wire        HA,  // action beat, active or idle
  input  wire        A1,  // action 1 of an active bar
  input  wire        S2,  // scan 2 of an active bar
  input  wire        A2,  // action 2 of an active bar
  input  wire [2:0]  F,   // function staticisor
  input  wire        s,   // store digit read
  input  wire        MAN, // console: Manual
  input  wire [31:0] TW,  // console: typewriter keys
  input  wire        KLC, // console: clear the action line
  input  wire        KSC, // console: clear the store
  output wire        CY,  // control tube shows PI, else CI
  output wire        CEN, // control takes the bus
  output wire        AEN, // accumulator takes the bus
  output wire        ACE, // erase: control with CEN, accumulator with AEN
  output wire        ITG, // inward transfer gate: accumulator to store
  output wire        ACT, // the staticised order acts
  output wire        key, // the typewriter key of this digit is pressed
  output wire        SE,  // store erase
  output wire        bus  // store digit let out by OTG
);
  wire OTG; // outward transfer gate: store to bus
  wire F0 = F[0];
  wire F1 = F[1];
  wire F2 = F[2];

  assign key = TW[p[4:0]] & !BO;
  assign CY = A1 | S2;
  assign ACT = (A1 & !MAN) | A2;
  assign OTG = ACT & !(F1 & F2);
  assign CEN = ACT & !F1 & !F2;
  assign AEN = ACT & (F1 | F2);
  assign ACE = ACT & !F0 & !F2;
  assign ITG = ACT & F0 & F1 & !F2;
  assign SE = ITG | KSC | (HA & KLC) | (HA & key);
  assign bus = OTG & s;
endmodule

`default_nettype wire
