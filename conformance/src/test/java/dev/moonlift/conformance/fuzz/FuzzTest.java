package dev.moonlift.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.conformance.run.Platform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some of the programs of {@code conformance fuzz}. */
@Timeout(120)
class FuzzTest {
    private static final int COUNT = 60;
    private static final List<Platform> USABLE = Arrays.stream(
                    new Platform[] {Platform.CHICORY, Platform.WASMTIME_AT_ONCE, Platform.WASMTIME_COMPILED})
            .filter(platform -> platform.obstacle().isEmpty())
            .toList();

    @Test
    void programsDoTheSameEverywhere() throws InterruptedException {
        StringWriter report = new StringWriter();
        FuzzRun run = new FuzzRun(
                () -> new Contest(USABLE, ReferenceLua.installed(), true), 1, new PrintWriter(report, true));
        assertThat(run.run(1, COUNT, 1)).as(report.toString()).isTrue();
        assertThat(report.toString()).startsWith(COUNT + " programs, 0 different");
    }

    @Test
    void aSeedMakesOneProgram() {
        for (long seed = 1; seed <= COUNT; seed++) {
            assertThat(Generator.program(seed)).isEqualTo(Generator.program(seed));
            assertThat(Generator.program(seed).text())
                    .isNotEqualTo(Generator.program(seed + 1).text());
        }
    }

    @Test
    void allProgramsAreWellFormed() {
        IntPredicate isWellFormed = seed -> Generator.program(seed).isWellFormed();
        assertThat(IntStream.range(0, 1000).filter(isWellFormed.negate())).isEmpty();
        assertThat(new FuzzProgram(0, true, Piece.statement("break")).isWellFormed())
                .isFalse();
    }

    @Test
    void programsHaveAllThatLuaHas() {
        String all = String.join(
                "",
                IntStream.range(0, 300)
                        .mapToObj(seed -> Generator.program(seed).text())
                        .toList());
        assertThat(all)
                .contains("goto again", "goto continue", "break", "repeat", "while", "elseif", "ipairs", "<close>")
                .contains("coroutine.yield", "coroutine.wrap", "xpcall", "error({", "select(", "table.unpack", "...)")
                .contains("setmetatable(t, meta)", "C.step = function", "adder + ", "pcall(try,", "return jump(")
                .contains("2^63 - 4096", ", step do", "in next, t do", "s .. i ..", "third <close>", "odd < other")
                .contains("__add", "__index", "__newindex", "__call", "__eq", "__lt", "__concat", "__len", ":get(")
                .contains(
                        "math.maxinteger", "0x1p53", " // ", " % ", " << ", " ~ ", "math.tointeger", ":byte(", ":rep(");
    }

    /** That what does not end is reported, and so that all others do. */
    @Test
    void noticesAProgramThatDoesNotEnd() {
        assertThat(divergence("while true do end"))
                .hasValueSatisfying(divergence -> assertThat(divergence.what()).startsWith("does not end: fuel"));
        assertThat(divergence("error('thrown')")).isEmpty();
    }

    @Test
    void noticesADifferenceFromLua() {
        if (ReferenceLua.installed().isEmpty()) {
            assertThat(divergence("print(_VERSION)")).isEmpty();
            return;
        }
        assertThat(divergence("print(os and os.getenv and 1)\nerror(2)"))
                .hasValue(new Divergence(ReferenceLua.COMMAND, "output line 1: expected <nil>, was <1>"));
        assertThat(divergence("error(io and 1 or 2)"))
                .hasValue(new Divergence(ReferenceLua.COMMAND, "ends with <error: 1>, elsewhere <error: 2>"));
        assertThat(divergence("error({})")).isEmpty();
        assertThat(divergence("error(setmetatable({}, {__tostring = function() return 'text' end}))"))
                .isEmpty();
        assertThat(divergence("print(1 // 0)")).isEmpty();
    }

    private static Optional<Divergence> divergence(String text) {
        try (Contest contest = new Contest(List.of(Platform.CHICORY), ReferenceLua.installed(), true)) {
            return contest.divergence(new FuzzProgram(1, true, Piece.statement(text)));
        }
    }
}
