-- SPDX-License-Identifier: MIT
-- dump.lua - what MAME loads into the store of its Baby, a line "01 18020000"
-- for each of the 32, digit 0 in front. MAME obeys as soon as it is on, and
-- loads after a second: an STP in every line stops it before that, for good.
local store = manager.machine.devices[":maincpu"].spaces["program"]
local step = 1

local function fill(byte)
  for n = 0, 31 do
    for i = 0, 3 do
      store:write_u8(4 * n + i, i == 1 and byte or 0)
    end
  end
end

local function print_lines()
  for n = 0, 31 do
    local text = string.format("%02d ", n)

    for i = 4 * n, 4 * n + 3 do
      text = text .. string.format("%02x", store:read_u8(i))
    end
    print(text)
  end
end

emu.register_periodic(function()
  local now = manager.machine.time:as_double()

  if step == 1 then
    fill(0x07)
    step = 2
  elseif step == 2 and now > 0.5 then
    fill(0)
    step = 3
  elseif step == 3 and now > 2 then
    print_lines()
    manager.machine:exit()
    step = 4
  end
end)
