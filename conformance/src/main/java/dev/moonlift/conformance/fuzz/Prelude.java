package dev.moonlift.conformance.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** The functions that all programs begin with: they show values in the same way everywhere, and keep things bounded. */
final class Prelude {
    private static final String VALUE = """
            local function str(v, depth)
              local kind = type(v)
              if kind == "number" then
                if v ~= v then return "nan" end
                return math.type(v) == "integer" and tostring(v) or ("%.17gf"):format(v)
              elseif kind == "string" then
                return '"' .. v .. '"'
              elseif kind ~= "table" then
                return kind == "boolean" and tostring(v) or kind
              elseif depth == 0 then
                return "{...}"
              end
              local parts = {}
              for k = 0, 8 do parts[#parts + 1] = str(rawget(v, k), depth - 1) end
              for _, k in ipairs({"a", "b", "c", "v", "code"}) do
                local field = rawget(v, k)
                if field ~= nil then parts[#parts + 1] = k .. "=" .. str(field, depth - 1) end
              end
              return "{" .. table.concat(parts, ",") .. "}"
            end""";
    /** Shows all of a few, and few of many. */
    private static final String SHOW = """
            local shown = 0
            local function show(...)
              shown = shown + 1
              if shown > 200 and shown % 64 > 0 then return ... end
              local parts = table.pack(...)
              for i = 1, parts.n do parts[i] = str(parts[i], 2) end
              print(table.concat(parts, " "))
              return ...
            end""";

    private static final String JOIN = "local function join(a, b) return a .. b end";
    private static final String CLIP = """
            local function clip(s)
              if type(s) == "string" and #s > 24 then return s:sub(-24) end
              return s
            end""";
    private static final String VAL = """
            local function val(v)
              if type(v) == "table" then v = rawget(v, "v") end
              return type(v) == "number" and v or 1
            end""";
    private static final String KEYS = """
            local function keys(t)
              local all = {}
              for k in pairs(t) do all[#all + 1] = k end
              table.sort(all, function(a, b) return str(a, 1) < str(b, 1) end)
              return all
            end""";
    private static final String RANGE = """
            local function range(n)
              local i = 0
              return function()
                i = i + 1
                if i <= n then return i, i * 1.5 end
              end
            end""";
    private static final String CLOSING = """
            local function closing(name)
              return setmetatable({}, {__close = function(_, e) show("close", name, e) end})
            end""";

    private Prelude() {}

    static List<Piece> functions() {
        return Stream.of(VALUE, SHOW, JOIN, CLIP, VAL, KEYS, RANGE, CLOSING)
                .map(text -> Piece.statement(text))
                .toList();
    }
}
