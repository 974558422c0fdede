package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rehearsal of a guest's function sees. */
@Timeout(60)
class RehearsalTest {
    /** What was seen of one function. */
    private record Seen(FunctionCode function, Profile profile) {
        private int at(int op, int before) {
            return Units.find(function, op, before);
        }

        private Kind result(int op, int before) {
            return profile.result(at(op, before));
        }
    }

    private static Seen seen(Rehearsal rehearsal, int index) {
        FunctionCode function = rehearsal.functions().get(index);
        return new Seen(function, rehearsal.profile(function.prototype()));
    }

    /** All functions that are played from the program's pause on, that which pauses first. */
    private static List<Seen> rehearse(String program) {
        return PausedGuest.look(program, guest -> all(guest.rehearse()));
    }

    private static List<Seen> all(Rehearsal rehearsal) {
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < rehearsal.functions().size(); i++) {
            all.add(seen(rehearsal, i));
        }
        return all;
    }

    @Test
    void fieldsGiveWhatTheyHold() {
        Seen seen = rehearse("""
                local function work(p)
                  pause()
                  local a, b, c, d, e, f = p.float, p.integer, p.table, p.text, p.truth, p.missing
                end
                work { float = 0.5, integer = 7, table = {}, text = "text", truth = false }
                """).get(0);
        Kind[] kinds = {Kind.FLOAT, Kind.INTEGER, Kind.TABLE, Kind.ANY, Kind.BOOLEAN};
        for (int i = 0; i < kinds.length; i++) {
            assertThat(seen.result(Op.GETFIELD, i)).isEqualTo(kinds[i]);
            assertThat(seen.profile.isShort(seen.at(Op.GETFIELD, i))).isTrue();
        }
        assertThat(seen.profile.isShort(seen.at(Op.GETFIELD, 5))).isFalse();
        assertThat(seen.profile.parameter(0)).isEqualTo(Kind.TABLE);
    }

    /** A table's end is not where it was looked for last, as here when the program asked for the length. */
    @ParameterizedTest
    @ValueSource(strings = {"t[3], t[4] = 3.5, 4.5", "t[2] = nil", "t[1], t[2] = nil, nil"})
    void whatIsAddedAtTheEndOfATableWasNotThere(String change) {
        Seen seen = rehearse("""
                local function work(t, other)
                  pause()
                  other[1] = "x"
                  t[#t + 1] = 7
                  local added = t[#t]
                end
                local t = { 1.5, 2.5, nil, nil, nil, nil }
                assert(#t == 2)
                CHANGE
                work(t, { "y" })
                """.replace("CHANGE", change)).get(0);
        assertThat(seen.result(Op.GETTABLE, 0)).isEqualTo(Kind.INTEGER);
        int addition = seen.at(Op.SETTABLEK, 0);
        assertThat(seen.profile.isShort(addition)).isTrue();
        seen.profile.refute(seen.at(Op.SETIK, 0));
        seen.profile.generalizeWrites();
        assertThat(seen.profile.isShort(addition)).isFalse();
    }

    @Test
    void aFunctionThatCallsItselfIsTheSameClosure() {
        List<Seen> all = rehearse("""
                local function make()
                  local function f(n, other)
                    pause()
                    if n > 0 then
                      f(n - 1, other)
                      other(n - 1, other)
                    end
                  end
                  return f
                end
                make()(1, make())
                """);
        Seen seen = all.get(0);
        assertThat(seen.profile.callsItself(seen.at(Op.CALL, 1))).isTrue();
        assertThat(seen.profile.callsItself(seen.at(Op.CALL, 2))).isFalse();
    }

    /** The jump behind the test is the end of the loop, and no instruction of its own. */
    @Test
    void aLoopMayEndWithATest() {
        Seen seen = rehearse("""
                local function work(n)
                  local i, x = 0, 0.5
                  pause()
                  repeat
                    i, x = i + 1, x * 2
                  until i >= n
                end
                work(10)
                """).get(0);
        Kind[] kinds = seen.profile.atLoopEnd(seen.at(Op.JMP, 0));
        assertThat(kinds).startsWith(Kind.INTEGER, Kind.INTEGER, Kind.FLOAT);
    }

    @Test
    void functionsThatResumeCoroutinesAreBuiltins() {
        Seen seen = rehearse("""
                local next = coroutine.wrap(function() while true do coroutine.yield(1) end end)
                local function work()
                  pause()
                  next()
                  for _ in next do break end
                  for _ in coroutine.wrap(pause) do break end
                end
                work()
                """).get(0);
        int wrapped = Profile.builtin(Builtin.COROUTINE_WRAP_CALL);
        assertThat(seen.profile.callees(seen.at(Op.TFORCALL, 1))).containsExactly(wrapped);
        assertThat(seen.profile.callees(seen.at(Op.CALL, 1))).containsExactly(wrapped);
        assertThat(seen.profile.callees(seen.at(Op.TFORCALL, 0))).containsExactly(wrapped);
    }

    @Test
    void anotherCoroutineRunsInWhatYieldsHoweverDeep() {
        List<Seen> all = rehearse("""
                local function deep(n)
                  if n > 0 then deep(n - 1) end
                  coroutine.yield(n)
                end
                local function work()
                  pause()
                  deep(2)
                end
                coroutine.wrap(work)()
                """);
        Seen work = all.get(0);
        assertThat(work.profile.isLeaving(work.at(Op.CALL, 0))).isFalse();
        assertThat(work.profile.isLeaving(work.at(Op.CALL, 1))).isTrue();
        Seen deep = all.get(1);
        assertThat(deep.profile.isLeaving(deep.at(Op.CALL, 0))).isTrue();
        assertThat(deep.profile.isLeaving(deep.at(Op.CALL, 1))).isTrue();
    }

    @Test
    void extraArgumentsAreKnown() {
        List<Seen> all = rehearse("""
                local function count(...)
                  local first = ...
                  return select("#", ...), (select(2, ...)), first.x
                end
                local function work(n)
                  pause()
                  count({ x = 0.5 }, 2.5)
                  count(table.unpack({ { x = 1.5 }, 3.5 }))
                end
                work(1)
                """);
        Seen count = all.get(1);
        assertThat(count.result(Op.CALL, 0)).isEqualTo(Kind.INTEGER);
        assertThat(count.result(Op.CALL, 1)).isEqualTo(Kind.FLOAT);
        assertThat(count.result(Op.GETFIELD, 0)).isEqualTo(Kind.FLOAT);
        Seen work = all.get(0);
        assertThat(work.profile.callsVararg(work.at(Op.CALL, 1))).isTrue();
        assertThat(work.profile.callsLua(work.at(Op.CALL, 2))).isFalse();
    }

    @Test
    void aCallGivesSeveralResults() {
        Seen seen = rehearse("""
                local function pair(a) return a, a + 0.5 end
                local function work(n)
                  pause()
                  local a, b = pair(n)
                  local c, d = a + 1, b + 1
                end
                work(1)
                """).get(0);
        assertThat(seen.result(Op.ADDI, 0)).isEqualTo(Kind.INTEGER);
        assertThat(seen.result(Op.ADDI, 1)).isEqualTo(Kind.FLOAT);
        assertThat(seen.profile.callsVararg(seen.at(Op.CALL, 1))).isFalse();
    }

    @Test
    void closuresThatItMakesCaptureWhatVariablesHold() {
        List<Seen> all = rehearse("""
                local function adder(k) return function(x) return x + k end end
                local function work(n)
                  pause()
                  local function down(i) if i > 0 then return down(i - 1) end return 0.5 end
                  local a, b = adder(0.5)(n), down(n)
                end
                work(1)
                """);
        assertThat(all.get(2).result(Op.GETUPVAL, 0)).isEqualTo(Kind.FLOAT);
        Seen work = all.get(0);
        assertThat(work.result(Op.CALL, 2)).isEqualTo(Kind.FLOAT);
        assertThat(work.result(Op.CALL, 3)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void loopsOverTablesGiveWhatTheyHold() {
        Seen seen = rehearse("""
                local function work(list, fields)
                  pause()
                  for _, v in ipairs(list) do local x = v.a end
                  for k, v in pairs(fields) do local y = v + 1 end
                  local made = {}
                  made[1] = 0.5
                  for _, v in ipairs(made) do local z = v * 2 end
                end
                work({ { a = 1.5 } }, { name = 2.5 })
                """).get(0);
        assertThat(seen.result(Op.GETFIELD, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.ADDI, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.MULK, 0)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void protectedCallsGiveWhatTheyCall() {
        Seen seen = rehearse("""
                local function half(x) return x / 2 end
                local function work(n)
                  pause()
                  local ok, v = pcall(half, n)
                  local w = v + 1
                end
                work(3)
                """).get(0);
        assertThat(seen.result(Op.CALL, 1)).isEqualTo(Kind.BOOLEAN);
        assertThat(seen.result(Op.ADDI, 0)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void wrongArgumentsOfLibraryFunctionsGiveNothing() {
        Seen seen = rehearse("""
                local function work(n)
                  pause()
                  local a = rawlen(n)
                  local b = rawget(n, 1)
                  local c = rawlen({ 1, 2 })
                  local d = ipairs(n)
                  for k in pairs(n) do end
                end
                pcall(work, 0x7FFFFFF0)
                """).get(0);
        assertThat(seen.result(Op.CALL, 1)).isEqualTo(Kind.ANY);
        assertThat(seen.result(Op.CALL, 2)).isEqualTo(Kind.ANY);
        assertThat(seen.result(Op.CALL, 3)).isEqualTo(Kind.INTEGER);
    }

    @Test
    void whatWasSeenBeforeIsKept() {
        String program = """
                local function work(t)
                  pause()
                  local x = t.x
                end
                work(%s)
                """;
        Profile before = rehearse(program.formatted("{ x = 1.5 }")).get(0).profile;
        Seen seen = rehearse(program.formatted("nil")).get(0);
        int pc = seen.at(Op.GETFIELD, 0);
        assertThat(before.addsTo(seen.profile)).isTrue();
        assertThat(seen.profile.addsTo(before)).isFalse();
        seen.profile.inherit(before);
        assertThat(seen.profile.result(pc)).isEqualTo(Kind.FLOAT);
        assertThat(seen.profile.isShort(pc)).isTrue();
        seen.profile.refute(pc);
        assertThat(seen.profile.result(pc)).as("there may be more paths").isEqualTo(Kind.FLOAT);
        seen.profile.refute(pc);
        assertThat(seen.profile.result(pc)).isEqualTo(Kind.ANY);
        assertThat(seen.profile.paths(pc)).as("it is still there").hasSize(1);
        seen.profile.refute(pc);
        assertThat(seen.profile.paths(pc)).isEmpty();
    }

    /** Compiled code looks for what a register names among elements only. */
    @Test
    void aNameInARegisterIsTheLongWay() {
        Seen seen = rehearse("""
                local function work(t, k, i)
                  pause()
                  t[k] = t[k] + t.a
                  t[i] = t[i] + 1
                end
                work({ 7, a = 1 }, "a", 1)
                """).get(0);
        assertThat(seen.profile.isShort(seen.at(Op.GETTABLE, 0))).isFalse();
        assertThat(seen.profile.isShort(seen.at(Op.SETTABLE, 0))).isFalse();
        assertThat(seen.profile.isShort(seen.at(Op.GETFIELD, 0))).isTrue();
        assertThat(seen.profile.isShort(seen.at(Op.GETTABLE, 1))).isTrue();
        assertThat(seen.profile.isShort(seen.at(Op.SETTABLE, 1))).isTrue();
    }

    /** A coroutine cannot be played. */
    @Test
    void whatAnIteratorGaveLastIsWhatItGives() {
        Seen seen = rehearse("""
                local function work(next)
                  for x, y in next do
                    pause()
                    local z = x + y
                  end
                end
                work(coroutine.wrap(function() coroutine.yield(1, 2.5) end))
                """).get(0);
        assertThat(seen.result(Op.TFORCALL, 0)).isEqualTo(Kind.INTEGER);
        assertThat(seen.result(Op.TFORLOOP, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.ADD, 0)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void bytesOfStringsAreIntegers() {
        Seen seen = rehearse("""
                local function work(s)
                  pause()
                  local b = s:byte(2)
                  local c = string.byte(s .. s)
                  if b == 98 then c = c + s:len() end
                end
                work("abc")
                """).get(0);
        for (int call = 1; call <= 3; call++) {
            assertThat(seen.result(Op.CALL, call)).isEqualTo(Kind.INTEGER);
        }
    }

    @Test
    void theNodeOfAFieldIsWhereItsKeyLies() {
        String program = """
                local function work(p)
                  pause(p)
                  p.c = p.b
                end
                work { a = 1, b = 2, c = 3, d = 4, e = 5 }
                """;
        BiConsumer<PausedGuest, Integer> check = (guest, op) -> {
            Seen seen = seen(guest.rehearse(), 0);
            int pc = seen.at(op, 0);
            int i = seen.function.code()[pc];
            int constant = op == Op.GETFIELD ? Instruction.c(i) : Instruction.b(i);
            int packed = seen.profile.node(pc);
            Memory memory = guest.memory();
            int node = memory.getInt(guest.argument(0) + Table.NODES) + (packed >> 5) * Node.BYTES;
            assertThat(packed & 31).isEqualTo(3);
            assertThat(memory.getInt(node + Node.KEY))
                    .isEqualTo((int) seen.function.constants().payload(constant));
        };
        PausedGuest.look(program, guest -> {
            check.accept(guest, Op.GETFIELD);
            check.accept(guest, Op.SETFIELD);
            return null;
        });
    }

    @Test
    void callsKnowWhomTheyCall() {
        List<Seen> all = rehearse("""
                local sqrt = math.sqrt
                local function half(x) return x / 2 end
                local function work(x)
                  pause()
                  local y = sqrt(x)
                  return (half(y))
                end
                local r = work(16)
                """);
        assertThat(all).hasSize(2);
        Seen work = all.get(0);
        Seen half = all.get(1);
        assertThat(work.profile.callees(work.at(Op.CALL, 0))).isEmpty();
        assertThat(work.profile.callees(work.at(Op.CALL, 1))).containsExactly(Profile.builtin(Builtin.MATH_SQRT));
        assertThat(work.result(Op.CALL, 1)).isEqualTo(Kind.FLOAT);
        assertThat(half.profile.parameter(0)).isEqualTo(Kind.FLOAT);
        assertThat(half.result(Op.DIVK, 0)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void callsOfLuaFunctionsAreFollowed() {
        List<Seen> all = rehearse("""
                local function add(a, b) return a + b end
                local function sub(a, b) return a - b end
                local function work(n)
                  pause()
                  for i = 1, n do
                    local f = i % 2 == 0 and add or sub
                    local x = f(i, 0.5)
                  end
                end
                work(10)
                """);
        Seen work = all.get(0);
        int call = work.at(Op.CALL, 1);
        assertThat(work.profile.callees(call))
                .containsExactlyInAnyOrder(
                        all.get(1).function.prototype(), all.get(2).function.prototype());
        assertThat(work.profile.result(call)).isEqualTo(Kind.FLOAT);
        assertThat(all.get(1).profile.parameter(0)).isEqualTo(Kind.INTEGER);
        assertThat(all.get(1).profile.parameter(1)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void argumentsThatDifferAreAnything() {
        Seen callee = rehearse("""
                local function same(x) return x end
                local function work()
                  pause()
                  same(1)
                  same(0.5)
                end
                work()
                """).get(1);
        assertThat(callee.profile.parameter(0)).isEqualTo(Kind.ANY);
    }

    @Test
    void methodsAreFoundInClasses() {
        List<Seen> all = rehearse("""
                local Account = {}
                Account.__index = Account
                function Account:add(n) self.balance = self.balance + n return self.balance end
                local function work(a)
                  pause()
                  return (a:add(2.5))
                end
                work(setmetatable({ balance = 1 }, Account))
                """);
        Seen work = all.get(0);
        assertThat(work.result(Op.SELF, 0)).isEqualTo(Kind.CLOSURE);
        assertThat(work.profile.isShort(work.at(Op.SELF, 0))).isFalse();
        assertThat(work.profile.callees(work.at(Op.CALL, 1)))
                .containsExactly(all.get(1).function.prototype());
        assertThat(work.profile.result(work.at(Op.CALL, 1))).isEqualTo(Kind.FLOAT);
        assertThat(all.get(1).profile.parameter(0)).isEqualTo(Kind.TABLE);
    }

    @Test
    void itReadsWhatItWrote() {
        Seen seen = rehearse("""
                local function work(p, q)
                  pause()
                  p.x = 0.5
                  q[1] = true
                  local t = { y = 1.5 }
                  local a, b, c = p.x, q[1], t.y
                end
                work({ x = 1 }, { 1 })
                """).get(0);
        assertThat(seen.result(Op.GETFIELD, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.GETI, 0)).isEqualTo(Kind.BOOLEAN);
        assertThat(seen.result(Op.GETFIELD, 1)).isEqualTo(Kind.FLOAT);
    }

    /** A loop of many rounds is left, so that what stands behind it, and the loop around it, is seen. */
    @Test
    void whatComesBehindLongLoopsIsSeen() {
        Seen seen = rehearse("""
                local function work(rows, n)
                  local s = 0
                  for i = 1, n do
                    local row = rows[i]
                    if i == 1 then pause() end
                    for j = 1, n do s = s + row[j] end
                  end
                  local last = rows.last
                end
                local rows = { last = 0.5 }
                for i = 1, 300 do
                  rows[i] = {}
                  for j = 1, 300 do rows[i][j] = j end
                end
                work(rows, 300)
                """).get(0);
        assertThat(seen.result(Op.GETTABLE, 0)).isEqualTo(Kind.TABLE);
        assertThat(seen.result(Op.GETTABLE, 1)).isEqualTo(Kind.INTEGER);
        assertThat(seen.result(Op.GETFIELD, 0)).isEqualTo(Kind.FLOAT);
    }

    /** Elements that a loop which was left would have written are not taken for nil. */
    @Test
    void whatALongLoopWouldHaveWrittenIsUnknown() {
        Seen seen = rehearse("""
                local function work(n)
                  pause()
                  local t = {}
                  for i = 1, n do t[i] = i end
                  local first, last, other = t[1], t[300], t.missing
                end
                work(300)
                """).get(0);
        assertThat(seen.result(Op.GETI, 0)).isEqualTo(Kind.INTEGER);
        int last = seen.at(Op.GETTABLE, 0);
        assertThat(seen.profile.isOther(last)).isFalse();
        assertThat(seen.profile.isOther(seen.at(Op.GETFIELD, 0))).isTrue();
    }

    @Test
    void elementsOfNewTablesAreShort() {
        Seen seen = rehearse("""
                local function work()
                  pause()
                  local t = { 1, 2, 3 }
                  local first, absent = t[1], t[4]
                end
                work()
                """).get(0);
        assertThat(seen.profile.isShort(seen.at(Op.GETI, 0))).isTrue();
        assertThat(seen.profile.isShort(seen.at(Op.GETI, 1))).isFalse();
    }

    @Test
    void itOnlyReadsTheGuest() {
        String program = """
                count = 0
                local n = 0
                local function change(p)
                  p.x = p.x + 1
                  p[#p + 1] = p.x
                  p.new = { p.x }
                  count = count + 1
                  n = n + 1
                  return p
                end
                local function work(p)
                  pause()
                  for i = 1, 20 do change(p) setmetatable(p, p) end
                end
                work { x = 1, 2, 3 }
                """;
        PausedGuest.look(program, guest -> {
            byte[] before = guest.memory().read(0, guest.memory().size());
            assertThat(all(guest.rehearse())).hasSize(2);
            assertThat(guest.memory().read(0, guest.memory().size())).isEqualTo(before);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local n = 0 while true do n = n + 1 end",
                "while true do end",
                "for i = 1, math.huge do end",
                "local function f(n) return 1 + f(n) end local x = f(1)",
                "local function f(n) return f(n) end return f(1)",
                "local function f(n) local a, b = f(n), f(n) return a end local x = f(1)",
                "for k, v in next, {} do end",
                "for k, v in ipairs(setmetatable({}, { __index = function() return 1 end })) do end",
                "local t = {} setmetatable(t, { __index = t }) t.__index = t local x = t.x"
            })
    void itEndsThoughTheProgramDoesNot(String endless) {
        List<Seen> all = rehearse("local function work() pause() " + endless + " end work()");
        assertThat(all).isNotEmpty();
        assertThat(all.get(0).profile.isVisited(0)).isTrue();
    }

    @Test
    void aChainOfClassesThatIsACircleIsLeft() {
        Seen seen = rehearse("""
                local a, b = {}, {}
                setmetatable(a, { __index = b })
                setmetatable(b, { __index = a })
                local function work(t)
                  pause()
                  local x = t.x
                end
                work(a)
                """).get(0);
        assertThat(seen.result(Op.GETFIELD, 0)).isEqualTo(Kind.ANY);
    }

    @Test
    void ofAnUnknownTestItTakesBothWays() {
        Seen seen = rehearse("""
                local function work()
                  pause()
                  for i = 1, 10 do
                    if pause() then local x = i + 0.5 else local x = i - 0.5 end
                  end
                end
                work()
                """).get(0);
        assertThat(seen.result(Op.ADDK, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.SUBK, 0)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void ofAKnownTestItTakesOne() {
        Seen seen = rehearse("""
                local function work(n)
                  pause()
                  local x
                  if n > 0 then x = n * 2 else x = n // 2 end
                  if n == 5.0 then x = n + 1 end
                  if not n then x = n - 1 end
                end
                work(5)
                """).get(0);
        assertThat(seen.profile.isVisited(seen.at(Op.MULK, 0))).isTrue();
        assertThat(seen.profile.isVisited(seen.at(Op.IDIVK, 0))).isFalse();
        assertThat(seen.profile.isVisited(seen.at(Op.ADDI, 0))).isTrue();
        assertThat(seen.profile.isVisited(seen.at(Op.SUBI, 0))).isFalse();
    }

    @Test
    void theEndOfALoopKnowsTheRegisters() {
        Seen seen = rehearse("""
                local function work(n, x)
                  local s = 0
                  pause()
                  for i = 1, n do s = s + x end
                  return s
                end
                work(3, 0.5)
                """).get(0);
        Kind[] kinds = seen.profile.atLoopEnd(seen.at(Op.FORLOOP, 0));
        assertThat(kinds)
                .startsWith(
                        Kind.INTEGER, Kind.FLOAT, Kind.FLOAT, Kind.INTEGER, Kind.INTEGER, Kind.INTEGER, Kind.INTEGER);
        assertThat(seen.result(Op.ADD, 0)).isEqualTo(Kind.FLOAT);
    }

    @Test
    void metamethodsArePlayed() {
        Seen seen = rehearse("""
                local V = {}
                V.__add = function(a, b) return 0.5 end
                V.__mul = function(a, b) return {} end
                V.__lt = function(a, b) return false end
                V.__index = function(t, k) return k end
                V.__newindex = function(t, k, v) end
                V.__call = function(f, x) return x end
                local function work(v)
                  pause()
                  local a, b, c, d = v + 1, 2 * v, v[3], v(0.5)
                  v.x = 1
                  if v < v then d = v.own end
                end
                work(setmetatable({ own = 1 }, V))
                """).get(0);
        assertThat(seen.result(Op.ADDI, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.MUL, 0)).isEqualTo(Kind.TABLE);
        assertThat(seen.result(Op.CALL, 1)).isEqualTo(Kind.FLOAT);
        assertThat(seen.profile.isHandledByFirst(seen.at(Op.ADDI, 0))).isTrue();
        assertThat(seen.profile.isHandledByFirst(seen.at(Op.MUL, 0))).isFalse();
        for (int op : new int[] {Op.ADDI, Op.MUL, Op.LT, Op.SETFIELDK}) {
            assertThat(seen.profile.handler(seen.at(op, 0))).isNotEqualTo(Profile.NO_NODE);
            assertThat(seen.profile.callees(seen.at(op, 0))).hasSize(1);
        }
        assertThat(seen.profile.isVisited(seen.at(Op.GETFIELD, 0))).isFalse();
    }

    @Test
    void fieldsAreFoundInClassesAndInSeveralPlaces() {
        Seen seen = rehearse("""
                local A = { name = "A" }
                local B = setmetatable({ size = 2 }, { __index = A })
                local a = setmetatable({}, { __index = A })
                local b = setmetatable({}, { __index = B })
                local own = setmetatable({ name = 1, other = 2 }, { __index = A })
                local function work(objects)
                  pause()
                  for i = 1, 3 do
                    local name = objects[i].name
                  end
                end
                work { a, b, own }
                """).get(0);
        List<List<Integer>> paths = seen.profile.paths(seen.at(Op.GETFIELD, 0));
        assertThat(paths).extracting(List::size).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(seen.profile.node(seen.at(Op.GETFIELD, 0))).isEqualTo(Profile.NO_NODE);
    }

    @Test
    void elementsAreShortWhereTheArrayHasThem() {
        Seen seen = rehearse("""
                local function work(t, n)
                  pause()
                  local a, b, c = t[n], t[100], t.x
                  t[n] = 0.25
                  t[1000000] = 1
                end
                work({ 0.5, 0.5, 0.5 }, 2)
                """).get(0);
        assertThat(seen.result(Op.GETTABLE, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.profile.isShort(seen.at(Op.GETTABLE, 0))).isTrue();
        assertThat(seen.profile.isShort(seen.at(Op.GETI, 0))).isFalse();
        assertThat(seen.profile.isShort(seen.at(Op.GETFIELD, 0))).isFalse();
        assertThat(seen.profile.node(seen.at(Op.GETFIELD, 0))).isEqualTo(Profile.NO_NODE);
        assertThat(seen.profile.isShort(seen.at(Op.SETTABLEK, 0))).isTrue();
        assertThat(seen.profile.isShort(seen.at(Op.SETTABLEK, 1))).isFalse();
    }

    @Test
    void iteratorsOfArraysGiveTheirElements() {
        Seen seen = rehearse("""
                local function work(t)
                  local s = 0
                  for i, v in ipairs(t) do
                    pause()
                    s = s + v
                  end
                  return s
                end
                work { 0.5, 1.5, 2.5 }
                """).get(0);
        int call = seen.at(Op.TFORCALL, 0);
        assertThat(seen.profile.result(call)).isEqualTo(Kind.INTEGER);
        assertThat(seen.profile.result(call + 1)).isEqualTo(Kind.FLOAT);
        assertThat(seen.result(Op.ADD, 0)).isEqualTo(Kind.FLOAT);
        assertThat(seen.profile.isVisited(seen.at(Op.RETURN1, 0))).isTrue();
    }
}
