package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.ElementSegment;
import dev.moonlift.wasm.module.ModuleReader;
import dev.moonlift.wasm.module.ModuleValidator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions are compiled to, which were rehearsed in a guest. */
@Timeout(60)
class CompilationTest {
    private static final int FIRST = 7;

    private static final String FIB = """
            local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
            local function work(n)
              pause()
              return (fib(n))
            end
            work(20)
            """;

    /** The compilation of what a program does after its pause. */
    private static Compilation compilation(PausedGuest guest) {
        Rehearsal rehearsal = guest.rehearse();
        Compilation compilation = new Compilation(Map.of(), FIRST);
        for (FunctionCode function : rehearsal.functions()) {
            compilation.add(function, rehearsal.profile(function.prototype()));
        }
        return compilation;
    }

    private static CodeModule compile(String program) {
        CodeModule code = PausedGuest.look(program, guest -> compilation(guest).compile(LoweringOptions.WASMTIME));
        ModuleValidator.validate(code.module());
        ModuleValidator.validate(ModuleReader.read(code.image().wasm()));
        return code;
    }

    private static CodeModule.CompiledFunction atLine(CodeModule code, int line) {
        return code.functions().stream()
                .filter(function -> function.unit().function().lineDefined() == line)
                .findFirst()
                .orElseThrow();
    }

    private static Signature signature(CodeModule code, int line) {
        return atLine(code, line).unit().signature();
    }

    private static String graph(CodeModule code, String name) {
        return code.graphs().stream()
                .filter(graph -> graph.name().equals(name))
                .map(GraphPrinter::print)
                .collect(Collectors.joining());
    }

    private static List<String> names(CodeModule code) {
        return code.graphs().stream().map(Graph::name).toList();
    }

    @Test
    void fibMakesIntegersOfIntegersAndIsPure() {
        CodeModule code = compile(FIB);
        Signature fib = signature(code, 1);
        assertThat(fib.parameters()).containsExactly(Kind.INTEGER);
        assertThat(fib.result()).isEqualTo(Kind.INTEGER);
        assertThat(fib.hasResult()).isTrue();
        assertThat(fib.isPure()).isTrue();
        String name = atLine(code, 1).unit().name();
        assertThat(graph(code, name))
                .contains("i64.add", "i64.lt_s", "call $" + name)
                .doesNotContain("f64.", "call $general", "call $call");
    }

    /** In a function that passes for a builtin, the kernel is to see that nobody may yield. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aYieldIsDoneTheShortWayUnlessItsFunctionPassesForABuiltin(boolean passes) {
        String program = """
                local function work()
                  pause()
                  for i = 1, 10 do coroutine.yield(i) end
                end
                work()
                """;
        CodeModule code = PausedGuest.look(program, guest -> {
            if (passes) {
                guest.makePrelude();
            }
            return compilation(guest).compile(LoweringOptions.WASMTIME);
        });
        String entry = graph(code, atLine(code, 1).unit().name() + ".entry");
        assertThat(entry.contains("call $yieldBy(")).isNotEqualTo(passes);
    }

    @Test
    void aLoopThatEndsWithATestCanBeEnteredThere() {
        CodeModule code = compile("""
                local function work(n)
                  pause()
                  local i = 0
                  repeat
                    i = i + 1
                    local last = i
                    while true do
                      i = i + 1
                      if i % 3 == 0 then break end
                    end
                  until i + last >= n
                end
                work(10)
                """);
        FunctionCode work = atLine(code, 1).unit().function();
        List<Integer> ends = new LoopEnds(work).all();
        assertThat(ends).hasSize(2);
        assertThat(atLine(code, 1).loops()).isEqualTo(ends);
    }

    /** The hidden variable that a generic loop may close is in the register of the other loop's step. */
    @Test
    void aGenericLoopLeavesItsRegistersToOthers() {
        CodeModule code = compile("""
                local function work(list, n)
                  pause()
                  local sum = 0
                  for _, v in ipairs(list) do sum = sum + v end
                  do
                    local a
                    for i = 1, n do sum = sum + i end
                  end
                  return sum
                end
                work({ 1, 2 }, 10)
                """);
        FunctionCode work = atLine(code, 1).unit().function();
        assertThat(work.captured().isEmpty()).isTrue();
        assertThat(atLine(code, 1).loops()).isEqualTo(new LoopEnds(work).all());
    }

    /** At level 1, where nothing was rehearsed. */
    @Test
    void aLoopThatEndsWithATestCanBeEnteredByWhatItsFlowSays() {
        CodeModule code = PausedGuest.look("""
                pause(function(n)
                  local i = 0
                  repeat i = i + 1 until i >= n
                end)
                """, guest -> {
            FunctionCode function = guest.function(0);
            Profile profile = new Profile(function);
            profile.expectNothing();
            Compilation compilation = new Compilation(Map.of(), FIRST);
            compilation.add(function, profile);
            return compilation.compile(LoweringOptions.WASMTIME);
        });
        assertThat(code.functions().get(0).loops()).hasSize(1);
    }

    @Test
    void fibOfFloatsGivesFloats() {
        String name;
        CodeModule code = compile(FIB.replace("work(20)", "work(20.5)"));
        name = atLine(code, 1).unit().name();
        assertThat(signature(code, 1).parameters()).containsExactly(Kind.FLOAT);
        assertThat(signature(code, 1).result()).isEqualTo(Kind.FLOAT);
        assertThat(graph(code, name)).contains("f64.add").doesNotContain("i64.add");
    }

    @Test
    void aFunctionThatNeverComesBackHasNoKnownResult() {
        CodeModule code = compile("""
                local function f(n) return (f(n)) end
                local function g(n) return 1 + g(n) end
                local function work(n)
                  pause()
                  local x = g(n)
                end
                work(1)
                """);
        assertThat(signature(code, 2).result()).isNotNull();
    }

    @Test
    void functionsThatCallOneAnotherAgreeOnTheirResults() {
        CodeModule code = compile("""
                local odd
                local function even(n) if n == 0 then return true end return (odd(n - 1)) end
                function odd(n) if n == 0 then return false end return (even(n - 1)) end
                local function work(n)
                  pause()
                  return (even(n))
                end
                work(9)
                """);
        for (int line = 2; line <= 3; line++) {
            assertThat(signature(code, line).parameters()).containsExactly(Kind.INTEGER);
            assertThat(signature(code, line).result()).isEqualTo(Kind.BOOLEAN);
        }
    }

    @Test
    void resultsOfSeveralKindsAreInTheirSlot() {
        CodeModule code = compile("""
                local function f(n) if n > 0 then return n end return 0.5 end
                local function work(n)
                  pause()
                  return (f(n))
                end
                work(3)
                """);
        assertThat(signature(code, 1).result()).isEqualTo(Kind.ANY);
        assertThat(signature(code, 1).isUnboxed()).isFalse();
    }

    @Test
    void thoseWithSeveralResultsOrArgumentsAreCalledOtherwise() {
        CodeModule code = compile("""
                local function none(n) n = n + 1 end
                local function several(n) return n, n end
                local function sometimes(n) if n > 100 then return end return n end
                local function all(...) return 1 end
                local function work(n)
                  pause()
                  none(n) several(n) sometimes(n) sometimes(200) all(n)
                end
                work(3)
                """);
        assertThat(signature(code, 1).hasResult()).isFalse();
        assertThat(signature(code, 1).isUnboxed()).isFalse();
        assertThat(signature(code, 2)).isNull();
        assertThat(signature(code, 3).results()).isEqualTo(Signature.Results.ONE_OR_NONE);
        assertThat(signature(code, 3).result()).isEqualTo(Kind.ANY);
        assertThat(signature(code, 4)).isNull();
    }

    @Test
    void returnsFromLoopsAndOfCapturedVariablesAreAsOthers() {
        CodeModule code = compile("""
                local function find(t) for i, v in ipairs(t) do if v then return i end end return 0 end
                local function capture(n) local f = function() return n end return f end
                local function work(t)
                  pause()
                  find(t) capture(t)
                end
                work({ 1 })
                """);
        assertThat(signature(code, 1).results()).isEqualTo(Signature.Results.ONE);
        assertThat(signature(code, 1).result()).isEqualTo(Kind.INTEGER);
        assertThat(signature(code, 2).results()).isEqualTo(Signature.Results.ONE);
    }

    @Test
    void whatAsksTheKernelIsNotPure() {
        CodeModule code = compile("""
                local function f(n) return n .. "" end
                local function g(n) return f(n) end
                local function work(n)
                  pause()
                  local x = f(n)
                end
                work(3)
                """);
        assertThat(signature(code, 1).isPure()).isFalse();
        assertThat(signature(code, 3).isPure()).isFalse();
    }

    @Test
    void whoCallsAnImpureFunctionIsImpureToo() {
        CodeModule code = compile("""
                local function f(n) local s = n .. "" return n end
                local function g(n) local m = f(n) return m + 1 end
                local function work(n)
                  pause()
                  local x = g(n)
                end
                work(3)
                """);
        assertThat(signature(code, 2).result()).isEqualTo(Kind.INTEGER);
        assertThat(signature(code, 2).isPure()).isFalse();
    }

    @Test
    void aLoopOverFloatsStaysWithFloats() {
        CodeModule code = compile("""
                local function sum(x, n) local s = 0 for i = 1, n do s = s + x * i end return s end
                local function work(x, n)
                  pause()
                  return (sum(x, n))
                end
                work(0.5, 10)
                """);
        CodeModule.CompiledFunction sum = atLine(code, 1);
        int end = Units.find(sum.unit().function(), Op.FORLOOP, 0);
        assertThat(sum.loops()).containsExactly(end);
        assertThat(sum.unit().signature().parameters()).containsExactly(Kind.FLOAT, Kind.INTEGER);
        assertThat(graph(code, sum.unit().name() + ".loop" + end))
                .contains("f64.add", "f64.mul", "f64.convert_i64_s")
                .doesNotContain("call $general", "call $call");
    }

    @Test
    void aLoopOverFieldsReadsThemWhereTheyWere() {
        CodeModule code = compile("""
                local function work(p, n)
                  pause()
                  for i = 1, n do p.x = p.x + 1 p.y = p.x * 0.5 end
                end
                work({ x = 1, y = 0.5 }, 10)
                """);
        CodeModule.CompiledFunction work = atLine(code, 1);
        int end = Units.find(work.unit().function(), Op.FORLOOP, 0);
        assertThat(work.loops()).containsExactly(end);
        assertThat(graph(code, work.unit().name() + ".loop" + end)).contains("i64.add", "f64.mul", "i64.store");
    }

    @Test
    void aLoopWhoseCounterIsNoNumberHasNoEntrance() {
        CodeModule code = compile("""
                local function never(n, x) if n < 0 then for i = n, x do end end return n end
                local function work(n)
                  pause()
                  return (never(n, {}))
                end
                work(1)
                """);
        assertThat(new LoopEnds(atLine(code, 1).unit().function()).all()).hasSize(1);
        assertThat(atLine(code, 1).loops()).hasSize(1);
        CodeModule other = compile("""
                local function never(n, x) if x then for i = x, n do end end return n end
                local function work(n)
                  pause()
                  return (never(n, false))
                end
                work(1)
                """);
        assertThat(new LoopEnds(atLine(other, 1).unit().function()).all()).hasSize(1);
        assertThat(atLine(other, 1).loops()).isEmpty();
    }

    @Test
    void functionsAreNamedByLineAndNumber() {
        CodeModule code = compile("""
                local function sum(n) local s = 0 for i = 1, n do s = s + i end return s end
                local function work(n)
                  pause()
                  return (sum(n))
                end
                work(10)
                """);
        CodeUnit work = atLine(code, 2).unit();
        CodeUnit sum = atLine(code, 1).unit();
        assertThat(work.number()).isEqualTo(FIRST);
        assertThat(sum.number()).isEqualTo(FIRST + CodeUnit.LOOPS);
        assertThat(work.name()).isEqualTo("line2_7");
        assertThat(sum.name()).isEqualTo("line1_10");
        int end = Units.find(sum.function(), Op.FORLOOP, 0);
        assertThat(names(code))
                .contains("line2_7", "line2_7.entry", "line1_10", "line1_10.entry", "line1_10.loop" + end);
        assertThat(code.module().names().functions().values()).containsAll(names(code));
        assertThat(code.module().names().module()).isEqualTo("line2_7");
    }

    /** From a function's number on: the direct code, those for the beginning and to go on, those for loops. */
    @Test
    void inTheTableIsTheDirectCodeThenTheBeginningThenTheLoops() {
        CodeModule code = compile("""
                local function sum(n) local s = 0 for i = 1, n do s = s + i end return s end
                local function some(...) for i = 1, 3 do coroutine.yield() pause() end end
                local function work(n)
                  pause()
                  some(n)
                  return (sum(n))
                end
                work(10)
                """);
        ElementSegment segment = code.module().elements().get(0);
        assertThat(code.module().elements()).hasSize(1);
        assertThat(segment.offset().value()).isEqualTo(FIRST);
        List<String> inTable = segment.functions().stream()
                .map(index -> code.module().names().functions().get(index))
                .toList();
        for (CodeModule.CompiledFunction function : code.functions()) {
            CodeUnit unit = function.unit();
            int at = unit.number() - FIRST;
            boolean isDirect = unit.signature() != null;
            assertThat(inTable.get(at)).isEqualTo(isDirect ? unit.name() : unit.name() + ".entry");
            assertThat(inTable.get(at + 1)).isEqualTo(unit.name() + ".entry");
            assertThat(inTable.get(at + CodeUnit.CONTINUATION))
                    .isEqualTo(unit.continuations().isEmpty() ? "declines" : unit.name() + ".continuation");
            for (int n = 0; n < function.loops().size(); n++) {
                assertThat(inTable.get(at + CodeUnit.LOOPS + n))
                        .isEqualTo(unit.name() + ".loop" + function.loops().get(n));
            }
        }
        assertThat(signature(code, 2)).isNull();
        assertThat(inTable).hasSize(3 * CodeUnit.LOOPS + 2).contains("declines");
        assertThat(atLine(code, 2).unit().continuations().cardinality()).isEqualTo(1);
    }

    @Test
    void endsOfOneLoopHaveOneEntranceAllOrNone() {
        String program = """
                local function work(n)
                  pause()
                  local i, a, b = 0, 0, 0
                  while i < n do
                    i = i + 1
                    if i % 2 == 0 then
                      a = a + i
                    elseif i % 3 == 0 then
                      b = b + i
                    else
                      b = b - 1
                    end
                  end
                  return a, b
                end
                work(10)
                """;
        PausedGuest.look(program, guest -> {
            Compilation compilation = compilation(guest);
            CodeModule code = compilation.compile(LoweringOptions.WASMTIME);
            CodeModule.CompiledFunction work = atLine(code, 1);
            List<Integer> ends = new LoopEnds(work.unit().function()).all();
            String entrance = work.unit().name() + ".loop" + ends.get(2);
            assertThat(ends).hasSize(3);
            assertThat(work.loops()).isEqualTo(ends);
            assertThat(names(code)).containsOnlyOnce(entrance).noneMatch(name -> name.endsWith(".loop" + ends.get(0)));
            int first = work.unit().number() - FIRST + CodeUnit.LOOPS;
            List<Integer> slots = code.module().elements().get(0).functions();
            assertThat(slots.subList(first, first + 3))
                    .allMatch(index ->
                            code.module().names().functions().get(index).equals(entrance));
            assertThat(compilation.leaveOut(Set.of(entrance))).isTrue();
            CodeModule without = compilation.compile(LoweringOptions.WASMTIME);
            assertThat(atLine(without, 1).loops()).isEmpty();
            assertThat(compilation.leaveOut(Set.of(work.unit().name() + ".entry")))
                    .as("nothing is left")
                    .isFalse();
            return null;
        });
    }

    @Test
    void beginningsThatAreLeftOutAreTheInterpreters() {
        String program = """
                local function sum(n) local s = 0 for i = 1, n do s = s + i end return s end
                local function work(n)
                  pause()
                  for i = 1, n do sum(i) end
                end
                work(20)
                """;
        PausedGuest.look(program, guest -> {
            Compilation compilation = compilation(guest);
            CodeModule.CompiledFunction sum = atLine(compilation.compile(LoweringOptions.WASMTIME), 1);
            String name = sum.unit().name();
            assertThat(sum.unit().signature()).isNotNull();
            assertThat(compilation.leaveOut(Set.of(name))).isTrue();
            assertThat(compilation.leaveOut(Set.of(name))).isFalse();
            CodeModule code = compilation.compile(LoweringOptions.WASMTIME);
            ModuleValidator.validate(code.module());
            assertThat(signature(code, 1)).isNull();
            assertThat(names(code)).contains(name + ".entry").doesNotContain(name);
            assertThat(graph(code, name + ".entry"))
                    .contains("i32.const " + CompiledStatus.DECLINED)
                    .doesNotContain("load");
            assertThat(atLine(code, 1).loops()).isEqualTo(sum.loops());
            return null;
        });
    }

    @Test
    void nothingIsLeftIfAllIsLeftOut() {
        PausedGuest.look(FIB, guest -> {
            Compilation compilation = compilation(guest);
            String root = compilation
                    .compile(LoweringOptions.WASMTIME)
                    .functions()
                    .get(0)
                    .unit()
                    .name();
            assertThat(compilation.leaveOut(Set.of(root))).isFalse();
            return null;
        });
    }

    @Test
    void aKnownFunctionIsCalledThroughTheTable() {
        CodeModule code = PausedGuest.look(FIB, guest -> {
            Rehearsal rehearsal = guest.rehearse();
            FunctionCode work = rehearsal.functions().get(0);
            int fib = rehearsal.functions().get(1).prototype();
            Signature signature = new Signature(List.of(Kind.INTEGER), Kind.INTEGER, Signature.Results.ONE, true);
            Compilation compilation = new Compilation(Map.of(fib, new CallTarget(fib, 3, signature, null)), FIRST);
            compilation.add(work, rehearsal.profile(work.prototype()));
            return compilation.compile(LoweringOptions.WASMTIME);
        });
        ModuleValidator.validate(code.module());
        assertThat(signature(code, 2).result()).isEqualTo(Kind.INTEGER);
        assertThat(graph(code, "line2_7")).contains("call_indirect");
    }

    @Test
    void onlyWhatIsFasterWithCodeIsWorthIt() {
        String loop = """
                local function work(n)
                  pause()
                  for i = 1, n do n = n + i end
                end
                work(10)
                """;
        String strings = """
                local function work(n)
                  pause()
                  local s = ""
                  for i = 1, n do s = s .. i end
                end
                work(10)
                """;
        assertThat(isWorthwhile(loop)).isTrue();
        assertThat(isWorthwhile(strings)).isFalse();
    }

    /** The second function is put in place of its call, and keeps its lines. */
    @Test
    void bytesOfAModuleLeadBackToLines() {
        String program = """
                local function scale(n)
                  return n * 123456789
                end
                local function work(n)
                  pause()
                  local m = n - 987654321
                  return (scale(m))
                end
                work(3)
                """;
        PausedGuest.look(program, guest -> {
            Compilation compilation = compilation(guest);
            byte[] wasm = compilation.compile(LoweringOptions.WASMTIME).image().wasm();
            CodePositions positions = compilation.positions(wasm);
            List<String> places = new ArrayList<>();
            for (int offset = 0; offset < wasm.length; offset++) {
                if (isMultiplication(wasm, offset)) {
                    places.add(positions.at(offset));
                }
            }
            assertThat(places).hasSizeGreaterThan(1).containsOnly("test:2");
            assertThat(positions.at(0)).isEmpty();
            assertThat(positions.at(wasm.length / 2)).matches("test:\\d+");
            return null;
        });
    }

    /** Whether {@code i64.mul} is there, behind the constant. */
    private static boolean isMultiplication(byte[] wasm, int offset) {
        byte[] code = {0x42, (byte) 0x95, (byte) 0x9A, (byte) 0xEF, 0x3A, 0x7E};
        int start = offset - code.length + 1;
        return start >= 0 && Arrays.equals(wasm, start, offset + 1, code, 0, code.length);
    }

    private static boolean isWorthwhile(String program) {
        return PausedGuest.look(
                program,
                guest -> compilation(guest)
                        .isWorthwhile(guest.rehearse().functions().get(0).prototype()));
    }

    @Test
    void messagesTellWhereFunctionsBegin() {
        List<String> labels = PausedGuest.look(FIB, guest -> compilation(guest).labels());
        assertThat(labels).containsExactly("function (test:2)", "function (test:1)");
    }

    @Test
    void theSameProgramInAnotherGuestHasTheSameKey() {
        String key = key(FIB);
        assertThat(key(FIB)).isEqualTo(key);
        assertThat(key(FIB.replace("n < 2", "n < 3"))).isNotEqualTo(key);
        assertThat(key(FIB.replace("n - 2", "n - 3"))).isNotEqualTo(key);
        assertThat(key(FIB.replace("work(20)", "work(20.5)"))).isNotEqualTo(key);
        assertThat(key(FIB.replace("work(20)", "work(21)"))).isEqualTo(key);
    }

    @Test
    void theKeyDependsOnTheConstants() {
        String program = "local function work(x) pause() return x * 12345.5 end work(1)";
        assertThat(key(program.replace("12345.5", "12345.25"))).isNotEqualTo(key(program));
    }

    private static String key(String program) {
        return PausedGuest.look(program, guest -> compilation(guest).key("e", LoweringOptions.WASMTIME));
    }

    @Test
    void theKeyDependsOnTheEngineAndTheFirstNumber() {
        PausedGuest.look(FIB, guest -> {
            String key = compilation(guest).key("e", LoweringOptions.WASMTIME);
            assertThat(compilation(guest).key("e", LoweringOptions.CHICORY)).isNotEqualTo(key);
            Compilation later = new Compilation(Map.of(), FIRST + 1);
            Rehearsal rehearsal = guest.rehearse();
            rehearsal.functions().forEach(f -> later.add(f, rehearsal.profile(f.prototype())));
            assertThat(later.key("e", LoweringOptions.WASMTIME)).isNotEqualTo(key);
            return null;
        });
    }

    @Test
    void smallFunctionsArePutInPlaceOfCallsUnlessTheyAreNot() {
        String program = """
                local function double(n) return n + n end
                local function work(n)
                  pause()
                  return (double(n))
                end
                work(3)
                """;
        for (boolean inlines : new boolean[] {true, false}) {
            CodeModule code = PausedGuest.look(program, guest -> {
                Compilation compilation = compilation(guest);
                compilation.setInlining(inlines);
                return compilation.compile(LoweringOptions.WASMTIME);
            });
            String call = "call $" + atLine(code, 1).unit().name();
            String work = graph(code, atLine(code, 2).unit().name());
            assertThat(work.contains(call)).isEqualTo(!inlines);
        }
    }

    /** The code with a frame is a copy of that which is called directly only where that is small. */
    @ParameterizedTest
    @CsvSource({"1, false", "20, true"})
    void theBeginningOfALargeFunctionCallsItsDirectCode(int statements, boolean calls) {
        String program = """
                local function work(t)
                  pause()
                  local s = 0
                  %s
                  return s
                end
                work { 1 }
                """.formatted("for i = 1, #t do s = s + t[i] end ".repeat(statements));
        CodeModule code = PausedGuest.look(program, guest -> {
            Compilation compilation = compilation(guest);
            compilation.setInlining(true);
            return compilation.compile(LoweringOptions.WASMTIME);
        });
        String name = atLine(code, 1).unit().name();
        assertThat(graph(code, name + ".entry").contains("call $" + name)).isEqualTo(calls);
    }

    @Test
    void whereNothingIsExpectedTheCodeAsksTheKernelInsteadOfLeaving() {
        CodeModule code = PausedGuest.look(
                "local function work(t, n) return t.x + n end work({ x = 1 }, 1) pause(work)", guest -> {
                    FunctionCode function = guest.function(0);
                    Rehearsal rehearsal = new Rehearsal(guest.memory());
                    rehearsal.read(function.prototype());
                    Compilation compilation = new Compilation(Map.of(), FIRST);
                    compilation.add(function, rehearsal.profile(function.prototype()));
                    assertThat(compilation.isWorthwhile(function.prototype())).isFalse();
                    return compilation.compile(LoweringOptions.WASMTIME);
                });
        CodeModule.CompiledFunction work = code.functions().get(0);
        assertThat(work.unit().signature().parameters()).containsOnly(Kind.ANY);
        assertThat(graph(code, work.unit().name()))
                .contains("call $general", "call $get")
                .doesNotContain("offset=" + State.LAST_EXIT);
    }

    @Test
    void whatFollowsFromTheCodeAloneIsWorthACompilation() {
        String loop = "local function work(n) local s = 0 for i = 1, n do s = s + i % 7 end return s end pause(work)";
        boolean isWorthwhile = PausedGuest.look(loop, guest -> {
            FunctionCode function = guest.function(0);
            Rehearsal rehearsal = new Rehearsal(guest.memory());
            rehearsal.read(function.prototype());
            Compilation compilation = new Compilation(Map.of(), FIRST);
            compilation.add(function, rehearsal.profile(function.prototype()));
            return compilation.isWorthwhile(function.prototype());
        });
        assertThat(isWorthwhile).isTrue();
    }
}
