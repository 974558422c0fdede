package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.compilation.ExitCause;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.jit.JitListener.Exit;
import dev.moonlift.wasm.lower.LoweringOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is said of the places where code leaves, in the program's terms. */
class ExitReasonsTest {
    private static final String PROGRAM = """
            local function half(n) return n / 2 end
            local Point = {}
            Point.__index = Point
            function Point.sum(p, n) return p.x + n end
            local function work(p, t, n)
              pause()
              for i = 1, n do
                local a = half(i) + t[i]
                p.x = p.x + i
                local b = Point.sum(p, i) + math.floor(a)
                a = p:sum(i)
              end
            end
            work(setmetatable({ x = 1, y = 2 }, Point), { 1, 2, 3 }, 3)
            """;

    /** Looks at the functions of the program, as they are compiled. */
    private static <T> T look(Function<List<CodeUnit>, T> look, List<FunctionNames> names) {
        return PausedGuest.look(PROGRAM, guest -> {
            Rehearsal rehearsal = guest.rehearse();
            FunctionNames known = new FunctionNames(guest.memory());
            rehearsal.functions().forEach(f -> known.learn(f, rehearsal.profile(f.prototype())));
            names.add(known);
            Compilation compilation = new Compilation(Map.of(), 1);
            for (FunctionCode function : rehearsal.functions()) {
                compilation.add(function, rehearsal.profile(function.prototype()), known.of(function.prototype()));
            }
            List<CodeUnit> units = compilation.compile(LoweringOptions.WASMTIME).functions().stream()
                    .map(CodeModule.CompiledFunction::unit)
                    .toList();
            return look.apply(units);
        });
    }

    private static CodeUnit atLine(List<CodeUnit> units, int line) {
        return units.stream()
                .filter(unit -> unit.label().line() == line)
                .findFirst()
                .orElseThrow();
    }

    /** Of the instruction of the function at line 5 with this opcode before which there are so many others. */
    private static Exit exit(int op, int before) {
        List<FunctionNames> names = new ArrayList<>();
        return look(
                units -> {
                    CodeUnit work = atLine(units, 5);
                    return new ExitReasons(names.get(0)).of(work, Units.find(work.function(), op, before));
                },
                names);
    }

    @Test
    void functionsAreNamedAsTheyAreCalled() {
        List<String> labels = look(
                units -> units.stream().map(unit -> unit.label().toString()).toList(), new ArrayList<>());
        assertThat(labels).contains("function (test:5)", "half (test:1)", "sum (test:4)");
    }

    /** So that no guest writes lines of its own into a trace or a log. */
    @Test
    void namesDoNotBreakLines() {
        String program = "local t = { ['a\\nb'] = function() end } local f = load('return 1', '=c\\nd')"
                + " local function work() t['a\\nb']() end work() pause(work, f)";
        PausedGuest.look(program, guest -> {
            FunctionCode work = guest.function(0);
            assertThat(new FunctionNames(guest.memory()).constant(work, 0)).isEqualTo("a?b");
            assertThat(guest.function(1).source().name()).isEqualTo("c?d");
            return null;
        });
    }

    @Test
    void callsExpectTheirCallees() {
        Exit half = exit(Op.CALL, 1);
        assertThat(half.function()).isEqualTo("function (test:5)");
        assertThat(half.source()).isEqualTo("test");
        assertThat(half.line()).isEqualTo(8);
        assertThat(half.cause()).isEqualTo(ExitCause.CALLEE);
        assertThat(half.expected()).isEqualTo("a call of half");
        assertThat(exit(Op.CALL, 2).expected()).isEqualTo("a call of sum");
        Exit floor = exit(Op.CALL, 3);
        assertThat(floor.cause()).isEqualTo(ExitCause.CALLEE);
        assertThat(floor.expected()).isEqualTo("a call of the same library function");
        assertThat(floor.line()).isEqualTo(10);
    }

    @Test
    void fieldsAndElementsAreExpectedInTheirPlacesAndOfTheirKinds() {
        Exit read = exit(Op.GETFIELD, 0);
        assertThat(read.cause()).isEqualTo(ExitCause.FIELD);
        assertThat(read.expected()).isEqualTo("field x in its place of kind integer");
        assertThat(read.line()).isEqualTo(9);
        assertThat(exit(Op.SETFIELD, 0).expected()).isEqualTo("field x in its place");
        assertThat(exit(Op.SELF, 0).expected()).isEqualTo("field sum in its place of kind closure");
        Exit element = exit(Op.GETTABLE, 0);
        assertThat(element.cause()).isEqualTo(ExitCause.ELEMENT);
        assertThat(element.expected()).isEqualTo("an element of kind integer");
    }

    @Test
    void loopsExpectTheirVariables() {
        Exit entry = exit(Op.FORLOOP, 0);
        assertThat(entry.cause()).isEqualTo(ExitCause.ENTRY);
        assertThat(entry.expected())
                .startsWith("variables of the kinds that were seen: ")
                .contains("table", "integer");
    }

    @Test
    void aFirstInstructionStandsForTheArguments() {
        List<FunctionNames> names = new ArrayList<>();
        Exit exit = look(units -> new ExitReasons(names.get(0)).of(atLine(units, 1), 0), names);
        assertThat(exit.function()).isEqualTo("half (test:1)");
        assertThat(exit.cause()).isEqualTo(ExitCause.ENTRY);
        assertThat(exit.expected()).isEqualTo("arguments of the kinds integer");
    }

    @Test
    void otherInstructionsExpectKinds() {
        Exit sum = exit(Op.ADD, 0);
        assertThat(sum.cause()).isEqualTo(ExitCause.KIND);
        assertThat(sum.expected()).isEqualTo("a result of kind float");
        assertThat(exit(Op.GETUPVAL, 1).expected()).isEqualTo("a result of kind closure");
    }
}
