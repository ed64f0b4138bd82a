-- SPDX-License-Identifier: MIT
-- A Baby as a student of VHDL might draw it: its four beats are an enumeration,
-- CI is raised in scan1, an order is looked up in action1 and obeyed in
-- action2.
--
-- GHDL 2.0 dumps no arrays of vectors, so `tube` is the store once more, in one
-- vector, line 0 on the left; its VCD has no enumerations, so `a1` says when
-- current_beat is action1. beats.vcd and beats.fst are the dumps of
-- programs/fn-cmp.asm, made by:
--
--   ssem asm programs/fn-cmp.asm -o p.snp
--   ghdl -a --std=08 tests/machines/beats.vhd && ghdl -e --std=08 beats
--   ghdl -r --std=08 beats -gfile_name=p.snp --stop-time=500ns \
--     --vcd=tests/machines/beats.vcd --fst=tests/machines/beats.fst

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use std.textio.all;

entity beats is
  generic (file_name : string := "p.snp");
end entity;

architecture words of beats is
  type beat_t is (load, scan1, action1, scan2, action2, stopped);
  type store_t is array (0 to 31) of unsigned(31 downto 0);
  signal clk          : std_logic := '0';
  signal current_beat : beat_t := load;
  signal store        : store_t := (others => (others => '0'));
  signal tube         : std_logic_vector(0 to 1023);
  signal acc          : unsigned(31 downto 0) := (others => '0');
  signal ci, pi       : unsigned(31 downto 0) := (others => '0');
  signal test, a1     : std_logic := '0';

  -- The lines of a .snp, "0001:" and 32 digits, digit 0 first.
  impure function image return store_t is
    file f     : text open read_mode is file_name;
    variable l : line;
    variable n : integer;
    variable c : character;
    variable s : store_t := (others => (others => '0'));
  begin
    while not endfile(f) loop
      readline(f, l);
      read(l, n);
      if l'length > 0 then
        read(l, c);
        for digit in 0 to 31 loop
          read(l, c);
          if c = '1' then
            s(n)(digit) := '1';
          end if;
        end loop;
      end if;
    end loop;
    return s;
  end function;
begin
  clk <= not clk after 5 ns;
  a1 <= '1' when current_beat = action1 else '0';

  flat : for n in 0 to 31 generate
    tube(32 * n to 32 * n + 31) <= std_logic_vector(store(n));
  end generate;

  process (clk)
    variable s : unsigned(31 downto 0);
  begin
    if rising_edge(clk) then
      case current_beat is
        when load =>
          store <= image;
          current_beat <= scan1;
        when scan1 =>
          if test = '1' then
            ci <= ci + 2;
          else
            ci <= ci + 1;
          end if;
          test <= '0';
          current_beat <= action1;
        when action1 =>
          pi <= store(to_integer(ci(4 downto 0)));
          current_beat <= scan2;
        when scan2 =>
          current_beat <= action2;
        when action2 =>
          s := store(to_integer(pi(4 downto 0)));
          current_beat <= scan1;
          case to_integer(pi(15 downto 13)) is
            when 0 => ci <= s;
            when 1 => ci <= ci + s;
            when 2 => acc <= 0 - s;
            when 3 => store(to_integer(pi(4 downto 0))) <= acc;
            when 4 | 5 => acc <= acc - s;
            when 6 => test <= acc(31);
            when others => current_beat <= stopped;
          end case;
        when stopped => null;
      end case;
    end if;
  end process;
end architecture;
