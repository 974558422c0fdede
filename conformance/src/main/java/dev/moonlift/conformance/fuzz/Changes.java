package dev.moonlift.conformance.fuzz;

import java.util.List;

/**
 * Writes hot loops over what changes while they run: what compiled code expects holds for a while, and then no longer.
 */
final class Changes {
    private static final List<Integer> COUNTS = List.of(40, 150, 400, 1200);
    private static final List<Integer> PERIODS = List.of(2, 3, 7, 50, 64, 130);

    private final Statements statements;
    private final Chance chance;
    private final Scope scope;
    private final Expressions expressions;
    /** How often the loop runs that is being written. */
    private int count;

    Changes(Statements statements) {
        this.statements = statements;
        this.chance = statements.chance;
        this.scope = statements.scope;
        this.expressions = statements.expressions;
    }

    /** A loop in which something changes. */
    Piece loop() {
        count = Math.min(chance.of(COUNTS), scope.maxIterations());
        scope.spend(4.0 * count);
        return switch (chance.below(18)) {
            case 0 -> elements();
            case 1 -> fields();
            case 2 -> metatables();
            case 3 -> methods();
            case 4 -> recursion();
            case 5 -> coroutines();
            case 6 -> errors();
            case 7 -> upvalues();
            case 8 -> borders();
            case 9 -> floatSteps();
            case 10 -> traversal();
            case 11 -> building();
            case 12 -> arguments();
            case 13 -> tailCalls();
            case 14 -> closing();
            case 15 -> repetition();
            case 16 -> words();
            default -> results();
        };
    }

    // --- parts ---

    private Piece rounds() {
        return Piece.count(count);
    }

    /** A round of the loop. */
    private Piece moment() {
        return Piece.count(chance.between(1, count));
    }

    private Piece period() {
        return Piece.count(chance.of(PERIODS));
    }

    /** An expression in the loop's body, or a function that it calls, which sees integer i and number x. */
    private Piece inside(Kind kind) {
        return scope.inner(count, () -> {
            scope.declare("i", Kind.INTEGER, true);
            scope.declare("x", Kind.NUMBER, true);
            return expressions.of(kind);
        });
    }

    /** An expression that is run once. */
    private Piece once(Kind kind) {
        return scope.inner(1, () -> expressions.of(kind));
    }

    private Piece block() {
        return scope.inner(count, () -> {
            scope.declare("i", Kind.INTEGER, true);
            scope.declare("x", Kind.NUMBER, true);
            return statements.block(0, 2);
        });
    }

    /** A text in which every {@code @} stands for one of some others. */
    private static String text(String pattern, String... texts) {
        String text = pattern;
        for (String one : texts) {
            text = text.replaceFirst("@", one);
        }
        return text;
    }

    private static Piece piece(String pattern, Piece... parts) {
        return Piece.statement("do\n" + pattern + "end", parts);
    }

    // --- loops ---

    /** Elements of several kinds, and some that are absent. */
    private Piece elements() {
        return piece("""
                local list, n, x = {}, 0, 0
                for i = 1, $ do list[i] = i + 0 * (i % $) end
                for i = 1, $ do
                  if i % $ == 0 then list[i] = $ end
                  local e = list[i]
                  if type(e) == "number" then n = n + e else list[i] = $ end
                  list[i + 1] = list[i]
                end
                show(n, list[1], list[$])
                """, rounds(), period(), rounds(), period(), inside(Kind.ANY), inside(Kind.NUMBER), moment());
    }

    /** Fields that come and go, and a table that grows, so that they move. */
    private Piece fields() {
        return piece(
                """
                local t, n = {a = 1, b = $}, 0
                for i = 1, $ do
                  local x = val(t.b)
                  if i % $ == 0 then t.a = nil end
                  if i % $ == 0 then t.c = $ end
                  if i == $ then for k = 1, 9 do t["x" .. k] = k end end
                  if i == $ then t.b = $ end
                  n = n + val(t.a) + val(t.c)
                  t.a = val(t.a) + 1
                  t.b = t.b
                end
                show(n, t)
                """,
                once(Kind.ANY), rounds(), period(), period(), inside(Kind.ANY), moment(), moment(), once(Kind.ANY));
    }

    /** Metatables that are set and taken away. */
    private Piece metatables() {
        String other = chance.of("nil", "{__index = {a = 5, [3] = \"three\"}}", "{__newindex = {}}", "{}");
        return piece(text("""
                local t, n, seen = {}, 0, 0
                local meta = {
                  __index = function(t, x) local i = seen; return $ end,
                  __newindex = function(t, k, v) seen = seen + 1; rawset(t, k, v) end,
                }
                for i = 1, $ do
                  if i == $ then setmetatable(t, meta) end
                  if i == $ then setmetatable(t, @) end
                  if i % $ == 0 then t.a = nil end
                  n = n + val(t.a) + val(t[i]) + val(t[i % 8])
                  t[i] = i
                  t.a = i * 0.5
                end
                local there = 0
                for _ in next, t do there = there + 1 end
                show(n, seen, there)
                """, other), inside(Kind.ANY), rounds(), moment(), moment(), period());
    }

    /** Methods that are replaced, in the class and in the object. */
    private Piece methods() {
        return piece(
                """
                local C, n = {}, 0
                C.__index = C
                function C:step(i) local x = self.v; return $ end
                local o = setmetatable({v = 1}, C)
                for i = 1, $ do
                  if i == $ then C.step = function(self, x, y) return $ end end
                  if i == $ then o.step = function(self, i) local x = val(y); return $ end end
                  if i == $ then o.step = nil end
                  if i == $ then setmetatable(o, {__index = function(o, k) return C[k] end}) end
                  n = val(n) + val(o:step(i))
                  o.v = n
                end
                show(n, o.v)
                """,
                inside(Kind.NUMBER),
                rounds(),
                moment(),
                inside(Kind.ANY),
                moment(),
                inside(Kind.ANY),
                moment(),
                moment());
    }

    /** Arguments and results of several kinds, handed down. */
    private Piece recursion() {
        return piece(
                text("""
                local n, x = 0, 1
                local function walk(i, y)
                  if i <= 0 then return y end
                  if i == 4 then y = $ end
                  @
                end
                for i = 1, $ do
                  local y = walk(i % 7, i == $ and $ or i)
                  if i % $ == 0 then y = walk(i % 5 + 0.5, y) end
                  n = n + val(y)
                end
                show(n)
                """, chance.of("return walk(i - 1, y)", "local z = walk(i - 1, y) return z")),
                inside(Kind.ANY),
                rounds(),
                moment(),
                once(Kind.ANY),
                period());
    }

    /** Coroutines that yield through protected calls and metamethods, a new one in each round. */
    private Piece coroutines() {
        return piece("""
                local n = 0
                local adder = setmetatable({}, {__add = function(a, b) return (coroutine.yield(b)) end})
                for i = 1, $ do
                  local co = coroutine.wrap(function(x)
                    local ok, e = pcall(function()
                      x = coroutine.yield($) or 0
                      if i % $ == 0 then error($) end
                      return x
                    end)
                    local y = adder + val(e)
                    return y, ok
                  end)
                  local a = co(n)
                  local b = co(i)
                  local c, ok = co(a)
                  n = val(n) + val(b) + val(c) + (ok and 1 or 2)
                end
                show(n)
                """, Piece.count(Math.min(count, 150)), inside(Kind.NUMBER), period(), inside(Kind.ANY));
    }

    /** Errors that are caught, of the program and of Lua. */
    private Piece errors() {
        return piece(text("""
                local n, failures, y = 0, 0, 1
                local function try(x, i)
                  if i % $ == 0 then error($, @) end
                  if i % $ == 0 then y = nil end
                  return x + y * 2
                end
                for i = 1, $ do
                  local ok, e = pcall(try, val(n), i)
                  if ok then
                    n = e
                  else
                    failures = failures + 1
                    y = i
                    if failures < 4 then show(e) end
                  end
                end
                show(n, failures)
                """, chance.of("0", "1", "2")), period(), inside(Kind.ANY), period(), rounds());
    }

    /** A variable that closures share, and that changes its kind. */
    private Piece upvalues() {
        return piece(
                """
                local x, n = 0, 0
                local function get() return x end
                local function put(y) x = y end
                for i = 1, $ do
                  local late = i * 2
                  local function add(y) late = late + val(y); x = late; return late end
                  put(val(get()) + 1)
                  if i % $ == 0 then put($) end
                  n = n + val(x) + add(get())
                  if i == $ then get = function() return late end end
                end
                show(n, x)
                """,
                rounds(),
                period(),
                scope.inner(count, () -> {
                    scope.declare("i", Kind.INTEGER, true);
                    return expressions.of(Kind.ANY);
                }),
                moment());
    }

    /** Integers beyond their border, and beyond what floats can tell apart. */
    private Piece borders() {
        String start = chance.of(
                "math.maxinteger - 20",
                "math.mininteger + 20",
                "(1 << 53) - 20",
                "-(1 << 53) + 20",
                "(1 << 31) - 20",
                "0x1p53 - 20",
                "2^63 - 4096");
        String step = chance.of("1", "-1", "3", "-5", "1.0", "512", "0.5");
        return piece(text("""
                local y, n = @, 0
                for i = 1, $ do
                  local x = y
                  y = y + @
                  local f = y + 0.0
                  if y < f then n = n + 1 end
                  if y <= x then n = n + 10 end
                  if y == f then n = n + 100 end
                  if f > x then n = n + 1000 end
                  if y == math.maxinteger or y == -2.0^63 then n = n ~ 0x10000 end
                  n = n + (math.tointeger(y * 2) or 7) % 5 + (y // 3 == x // 3 and 1 or 0)
                  if i % $ == 0 then y = $ end
                  y = val(y)
                end
                show(n, y)
                """, start, step), rounds(), period(), inside(Kind.NUMBER));
    }

    /** Loops whose steps are floats, or become so. */
    private Piece floatSteps() {
        return piece(
                text(
                        """
                local n, step = 0, 1
                for i = 1, 9 do
                  if i == @ then step = @ end
                  for x = @, val($), step do
                    n = n + x
                    if n > 1e9 or x > 90 or x < -90 then break end
                  end
                end
                show(n)
                """,
                        chance.of("3", "8", "5"),
                        chance.of("0.25", "-0.5", "2", "1.0"),
                        chance.of("1", "0.0", "i", "-3")),
                scope.inner(9, () -> {
                    scope.declare("i", Kind.INTEGER, true);
                    return expressions.of(Kind.NUMBER);
                }));
    }

    /** Tables that change while they are traversed. */
    private Piece traversal() {
        String walk = chance.of("pairs(t)", "next, t", "ipairs(t)", "pairs(setmetatable(t, nil))");
        return piece(text("""
                local t, n = {}, 0
                for i = 1, $ do t[i] = i; t["k" .. i] = i + 0.5 end
                for i = 1, 6 do
                  for k, v in @ do
                    n = n ~ (math.tointeger(v) or 1) * i
                    if v % $ == 0 then t[k] = nil else t[k] = v + 1 end
                    if i == 5 then t[k] = $ end
                    for j, w in ipairs(t) do n = n ~ j; if j > 3 then break end end
                  end
                  if i == 5 then break end
                end
                show(n)
                """, walk), Piece.count(Math.min(count, 100)), period(), scope.inner(count, () -> {
            scope.declare("i", Kind.INTEGER, true);
            scope.declare("v", Kind.NUMBER, true);
            return expressions.of(Kind.NUMBER);
        }));
    }

    /** Strings that grow, and are compared. */
    private Piece building() {
        return piece(
                text("""
                local s, n, x = "", 0, 0
                for i = 1, $ do
                  local before = s
                  s = s .. i .. @
                  if i % $ == 0 then s = clip($) end
                  if type(s) ~= "string" then s = "other" end
                  if s < before then n = n + 1 elseif s == before then n = n + 100 end
                  if s == "other" or s ~= clip(s) then n = n + 3 end
                  if #s > 60 then s = s:sub(-i % 50 - 1) end
                  n = n + #s
                end
                show(s, n)
                """, chance.of("\"\"", "\",\"", "i * 0.5", "(i % 3 == 0 and \"a\" or 7)")),
                rounds(),
                period(),
                inside(Kind.ANY));
    }

    /** Calls with more or fewer arguments and results than before. */
    private Piece arguments() {
        return piece("""
                local n = 0
                local function some(...)
                  local a, b = ...
                  if select("#", ...) > 3 then return ... end
                  return b, a, select("#", ...), ...
                end
                local function fixed(a, b, c) return c or b or a end
                local list = {$, 2, "3", 4.5, $}
                for i = 1, $ do
                  local x = n
                  local a, b, c = some(table.unpack(list, 1, i % 6))
                  n = n + val(a) + val(b) + val(c) + val(fixed(some(i, $)))
                  n = n + select("#", some(fixed(a, b, c, i), some())) + #{some(i)}
                  if i == $ then list[2] = $ end
                end
                show(n)
                """, once(Kind.NUMBER), once(Kind.ANY), rounds(), inside(Kind.ANY), moment(), once(Kind.TEXT));
    }

    /** Tail calls of functions, library functions, methods and values with {@code __call}. */
    private Piece tailCalls() {
        return piece("""
                local n = 0
                local called = setmetatable({}, {__call = function(self, x) return x end})
                function called:m(x, y) return y or x end
                local function jump(i, x)
                  local way = i % 7
                  if i == $ then return $ end
                  if way == 0 then return tostring(i) end
                  if way == 1 then return called:m(i, x) end
                  if way == 2 then return called(x) end
                  if way == 3 then return select(2, i, x, i) end
                  if way == 4 then return pcall(jump, 0, x) end
                  if way == 5 then return math.max(i, val(x)) end
                  return jump(i - 3, x, i)
                end
                for i = 1, $ do
                  local x, y = jump(i, n)
                  n = val(n) + val(x) + val(y) + select("#", jump(i, x))
                end
                show(n)
                """, moment(), inside(Kind.ANY), rounds());
    }

    /** Functions that call themselves last, until something is otherwise. */
    private Piece repetition() {
        return piece("""
                local n, kept, stop = 0, {}, $
                local again
                local function down(i, x)
                  if i <= 0 then return x end
                  if i == $ then return $ end
                  return down(i - 1, x + i)
                end
                local function turn(a, b, left)
                  if left == 0 then return a, b end
                  if left % $ == 0 then kept[#kept + 1] = a end
                  if left == stop then error("at " .. left) end
                  return turn(b, a, left - 1)
                end
                function again(i, x)
                  if i > stop then return x end
                  if i == $ then again = function(_, y) return val(y) + 1 end end
                  return again(i + 1, x + val(down(i % 3, 1)))
                end
                for i = 1, $ do
                  local x = n
                  n = val(n) + val(down(i % 6, i)) + val(again(stop - i % 4, i))
                  local ok, y = pcall(turn, i, x, i % 7)
                  n = n + (ok and val(y) or 1)
                end
                show(n, #kept)
                """, moment(), moment(), inside(Kind.ANY), period(), moment(), rounds());
    }

    /** Text taken apart byte by byte, and keys made of it. */
    private Piece words() {
        return piece("""
                local text, counts, order, n = $, {}, {}, 0
                for i = 1, $ do
                  local x = n
                  local c = text:sub(i % 9, i % 9)
                  local k = i % $ == 0 and text or c .. i % 3
                  if counts[k] == nil then order[#order + 1] = k end
                  counts[k] = (counts[k] or 0) + 1
                  if c == text:sub(1, 1) then n = n + 1 end
                  if i % $ == 0 then counts[order[#order]], order[#order] = nil, nil end
                  if i == $ then counts = setmetatable({}, {__index = counts, __newindex = rawset}) end
                  if i == $ then text = clip($) end
                  if type(text) ~= "string" then text = "other" end
                  n = n + #order + val(counts[k])
                end
                show(n, #order, text)
                """, once(Kind.TEXT), rounds(), period(), period(), moment(), moment(), inside(Kind.ANY));
    }

    /** Variables that are closed in each round, however it ends. */
    private Piece closing() {
        return piece("""
                local n, closed = 0, 0
                local c = setmetatable({}, {__close = function(_, e) closed = closed + (e and 10 or 1) end})
                local function one(i, x)
                  local first <close> = c
                  local second <close> = i % 3 == 0 and c or nil
                  if i % $ == 0 then return $ end
                  if i % $ == 0 then error("at " .. i) end
                  return closed, i
                end
                for i = 1, $ do
                  local ok, x = pcall(one, i, n)
                  do
                    local third <close> = i % 4 > 0 and c or false
                    if i % $ == 0 then goto continue end
                    n = n + val(x) + closed
                  end
                  if i == $ then break end
                  n = n + (ok and 1 or 2)
                  ::continue::
                end
                show(n, closed)
                """, period(), inside(Kind.ANY), period(), rounds(), period(), moment());
    }

    /** Operators whose metamethods answer something else than numbers do. */
    private Piece results() {
        return piece(
                """
                local n, x, i, other = 0, 1, 2, 3
                local odd = setmetatable({v = 2}, {
                  __add = function(a, b) return $ end,
                  __len = function(a) return $ end,
                  __lt = function(a, b) return $ end,
                  __concat = function(a, b) return $ end,
                  __unm = function(a) return a end,
                  __index = function(t, i) return $ end,
                })
                for i = 1, $ do
                  do local early = i * 2; n = n + early end
                  local a = other + i
                  do local early = n; n = early + 1 end
                  local b = type(other) == "table" and #other or -other
                  local c = other .. i
                  local d = odd < other
                  local e = type(other) == "table" and other[i] or other
                  n = n + val(a) + val(b) + val(e) + (d and 3 or 5)
                  if i == $ then other = odd elseif i == $ then other = 2.5 end
                  if i % $ == 0 then show(a, b, c, d, e) end
                $end
                show(n)
                """,
                inside(Kind.ANY),
                inside(Kind.ANY),
                inside(Kind.TRUTH),
                inside(Kind.ANY),
                inside(Kind.ANY),
                rounds(),
                moment(),
                moment(),
                period(),
                block());
    }
}
