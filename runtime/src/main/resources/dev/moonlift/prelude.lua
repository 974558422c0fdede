--[[
The part of the library that is written in Lua: what calls back into the program, so that no library function needs a
stack of its own.

The functions here take the place of builtins (see PreludeFunctions in the kernel), which have checked the arguments
and pass them in the order that suits here. Programs take them for builtins: their frames have no line, and of several
of them in a row only the first is a level. So an error of level 2 is placed where the program called the library.

The environment is a private one with all builtins; nothing here is reached by the program, nor changed by it.
]]

local error, load, rawget, type = error, load, rawget, type
local format, sub = string.format, string.sub
local concat_plain, unpack_plain, time_plain = table.concat, table.unpack, os.time
local find_module, read_file = prelude.findmodule, prelude.readfile

-- Elements that metamethods hand out are collected in a table without any.
local function concat(t, separator, first, last)
  local parts, count = {}, 0
  for i = first, last do
    local part = t[i]
    local kind = type(part)
    if kind ~= "string" and kind ~= "number" then
      error(format("invalid value (%s) at index %d in table for 'concat'", kind, i), 2)
    end
    count = count + 1
    parts[count] = part
  end
  return concat_plain(parts, separator, 1, count)
end

-- `last` is the first index behind the sequence, which may have wrapped around: it is compared, not counted to.
local function insert(t, last, position, value)
  local i = last
  while i > position do
    t[i] = t[i - 1]
    i = i - 1
  end
  t[position] = value
end

-- A range that overlaps with its destination is copied from its end when the destination lies higher.
local function move(from, first, last, at, to)
  if at > last or at <= first or to ~= from then
    for i = 0, last - first do
      to[at + i] = from[first + i]
    end
  else
    for i = last - first, 0, -1 do
      to[at + i] = from[first + i]
    end
  end
  return to
end

local function remove(t, size, position)
  local removed = t[position]
  local i = position
  while i < size do
    t[i] = t[i + 1]
    i = i + 1
  end
  t[i] = nil
  return removed
end

local function unpack(t, first, last)
  local list, count = {}, 0
  for i = first, last do
    count = count + 1
    list[count] = t[i]
  end
  return unpack_plain(list, 1, count)
end

local INVALID_ORDER = "invalid order function for sorting"

-- The pivot of an unlucky range comes from somewhere in its middle half. Any number does, as long as it varies.
local function pivot_index(low, high)
  local quarter = (high - low) // 4
  return low + quarter + (low * 31 + high * 17) % (2 * quarter)
end

-- Ranges below this size have their pivot in the middle, whatever happens.
local LARGE = 100
-- A partition is unlucky when one part is so many times larger than the other.
local IMBALANCE = 128

-- Quicksort: the median of three as pivot, the smaller part sorted first, the larger one by going round the loop, so
-- that it is never deep. The searches for elements on the wrong side have bounds, which no order runs into.
local function sort_range(t, low, high, less, unlucky)
  while low < high do
    -- First, middle and last in order.
    local first, last = t[low], t[high]
    if less(last, first) then
      t[low], t[high] = last, first
      first, last = last, first
    end
    if high - low == 1 then return end
    local middle = unlucky and high - low >= LARGE and pivot_index(low, high) or (low + high) // 2
    local pivot = t[middle]
    if less(pivot, first) then
      t[middle], t[low] = first, pivot
      pivot = first
    elseif less(last, pivot) then
      t[middle], t[high] = last, pivot
      pivot = last
    end
    if high - low == 2 then return end

    -- The pivot waits next to the last element.
    local bound = high - 1
    t[middle], t[bound] = t[bound], pivot
    local up, down = low, bound
    while true do
      up = up + 1
      local greater = t[up]
      while less(greater, pivot) do
        if up == bound then error(INVALID_ORDER, 2) end
        up = up + 1
        greater = t[up]
      end
      down = down - 1
      local smaller = t[down]
      while less(pivot, smaller) do
        if down < up then error(INVALID_ORDER, 2) end
        down = down - 1
        smaller = t[down]
      end
      if down < up then
        t[bound], t[up] = greater, pivot
        break
      end
      t[up], t[down] = smaller, greater
    end

    local smaller_size, larger_size
    if up - low < high - up then
      sort_range(t, low, up - 1, less, unlucky)
      smaller_size, larger_size = up - low, high - up
      low = up + 1
    else
      sort_range(t, up + 1, high, less, unlucky)
      smaller_size, larger_size = high - up, up - low
      high = up - 1
    end
    if larger_size // IMBALANCE > smaller_size then unlucky = true end
  end
end

local function ascending(a, b)
  return a < b
end

local function sort(t, count, less)
  sort_range(t, 1, count, less or ascending, false)
end

-- A date in a table with metamethods is taken out of it, completed, and put back.
local DATE_FIELDS = { "year", "month", "day", "hour", "min", "sec", "yday", "wday", "isdst" }

local function time(t)
  local date = {}
  for i = 1, #DATE_FIELDS do
    local name = DATE_FIELDS[i]
    date[name] = t[name]
  end
  local seconds = time_plain(date)
  for i = 1, #DATE_FIELDS do
    local name = DATE_FIELDS[i]
    t[name] = date[name]
  end
  return seconds
end

-- Calls the searchers one after the other until one has found a function that loads the module.
local function find_loader(name, searchers)
  if type(searchers) ~= "table" then
    error("'package.searchers' must be a table", 2)
  end
  local message = ""
  local index = 1
  while true do
    local searcher = rawget(searchers, index)
    if searcher == nil then
      error(format("module '%s' not found:%s", name, message), 2)
    end
    local loader, data = searcher(name)
    if type(loader) == "function" then
      return loader, data
    elseif type(loader) == "string" then
      message = message .. "\n\t" .. loader
    end
    index = index + 1
  end
end

-- What a module returns is its value; if that is nil, what it stored in package.loaded itself, or true.
local function require(name, package, loaded)
  local value = loaded[name]
  if value then return value end
  local loader, data = find_loader(name, package.searchers)
  value = loader(name, data)
  if value ~= nil then
    loaded[name] = value
  elseif loaded[name] == nil then
    loaded[name] = true
  end
  return loaded[name], data
end

-- The searcher for the granted folder. Its errors are those of `require`, which has no line either.
local function search_folder(name)
  local text, chunk = find_module(name)
  if not text then return chunk end
  local file = sub(chunk, 2)
  local loader, message = load(text, chunk)
  if not loader then
    error(format("error loading module '%s' from file '%s':\n\t%s", name, file, message), 0)
  end
  return loader, file
end

local function loadfile(name, mode, has_environment, environment)
  local text, chunk = read_file(name)
  if not text then return nil, chunk end
  if has_environment then return load(text, chunk, mode, environment) end
  return load(text, chunk, mode)
end

local function pass(...)
  return ...
end

-- The chunk is not called in the place of `dofile`, which tracebacks show.
local function dofile(name)
  local chunk, message = loadfile(name)
  if not chunk then error(message, 0) end
  return pass(chunk())
end

-- In the order of PreludeFunctions.
return {
  concat, insert, move, remove, sort, unpack,
  require, dofile, loadfile, time, search_folder,
}
