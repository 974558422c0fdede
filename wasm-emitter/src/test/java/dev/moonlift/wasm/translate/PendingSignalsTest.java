package dev.moonlift.wasm.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.ir.pass.UnreachableBlocks;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.Export;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where it is known whether a signal is pending, nobody asks. */
class PendingSignalsTest {
    /** What goes on behind a call, in all of these: b8 is where a signal leads, b9 where none does. */
    private static final String ENDS = """
            b8:
              v80 = i32.const 100
              return v80
            b9:
              v90 = i32.const 200
              return v90
            """;

    private static void assertChange(String before, String after) {
        Graph graph = parse(before);
        boolean changed = new PendingSignals(callee -> !callee.name().equals("harmless")).run(graph);
        GraphVerifier.verify(graph);
        assertThat(reachable(graph)).isEqualTo(reachable(parse(after)));
        assertThat(changed).isEqualTo(!before.equals(after));
    }

    private static Graph parse(String blocks) {
        Graph graph = GraphParser.parse("func $f -> i32 {\n" + blocks + ENDS + "}\n");
        GraphVerifier.verify(graph);
        return graph;
    }

    private static String reachable(Graph graph) {
        UnreachableBlocks.remove(graph);
        return GraphPrinter.printRenumbered(graph);
    }

    @Test
    void aThrowLeadsStraightToTheHandler() {
        assertChange("""
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.const 1
                  global.set $pending, v1
                  jump b3
                b2:
                  jump b3
                b3:
                  v3: i32 = global.get $pending
                  branch v3 b8, b9
                """, """
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.const 1
                  global.set $pending, v1
                  jump b8
                b2:
                  jump b9
                """);
    }

    @Test
    void aResultThatMeetsTheQuestionGoesOnWithTheAnswer() {
        String ways = """
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.const 2
                  v2 = i32.const 0
                  global.set $pending, v1
                  jump %s
                b2:
                  v3 = i32.const 7
                  jump %s
                """;
        assertChange(ways.formatted("b3(v2)", "b3(v3)") + """
                b3(v4: i32):
                  v5: i32 = global.get $pending
                  branch v5 b8, b4
                b4:
                  v6 = i32.add v4, v4
                  return v6
                """, ways.formatted("b8", "b4(v3)") + """
                b4(v4: i32):
                  v6 = i32.add v4, v4
                  return v6
                """);
    }

    @Test
    void behindACallThatMayThrowTheQuestionStays() {
        String asked = """
                b0(v0: i32):
                  call $thrower(v0)
                  jump b3
                b3:
                  v3: i32 = global.get $pending
                  branch v3 b8, b9
                """;
        assertChange(asked, asked);
    }

    @Test
    void aCallThatNeverThrowsChangesNothing() {
        assertChange("""
                b0(v0: i32):
                  call $harmless(v0)
                  jump b3
                b3:
                  v3: i32 = global.get $pending
                  branch v3 b8, b9
                """, """
                b0(v0: i32):
                  call $harmless(v0)
                  jump b9
                """);
    }

    @Test
    void whatOneQuestionFoundOutTheNextNeedNotAsk() {
        assertChange("""
                b0(v0: i32):
                  call $thrower(v0)
                  v1: i32 = global.get $pending
                  branch v1 b1, b2
                b1:
                  jump b3
                b2:
                  jump b3
                b3:
                  v3: i32 = global.get $pending
                  branch v3 b8, b9
                """, """
                b0(v0: i32):
                  call $thrower(v0)
                  v1: i32 = global.get $pending
                  branch v1 b1, b2
                b1:
                  jump b8
                b2:
                  jump b9
                """);
    }

    // --- in a program ---

    private static final String CHECK = "public int check(int x) { if (x == 0) { throw Signal.FIRST; } return x; }";

    private static long questions(String members, String other) {
        WasmModule module = Twin.translator(Twin.classFiles(members, other)).exportingAll(LoweringOptions.WASMTIME);
        for (Export export : module.exports()) {
            if (export.name().equals("K.f")) {
                List<Insn> code = module.functions().get(export.index()).body().code();
                return code.stream()
                        .filter(insn -> insn.op() == WasmOp.GLOBAL_GET)
                        .count();
            }
        }
        throw new IllegalArgumentException("no K.f");
    }

    @Test
    void aThrowInAnInlinedCalleeIsAJump() {
        String caught =
                "public int f(int x) { try { return other.check(x) + 1; } catch (Signal.First s) { return -1; } }";
        assertThat(questions(caught, CHECK)).isZero();
    }

    @Test
    void aCalleeThatIsNotInlinedIsAskedAfter() {
        String recursive = "public int check(int x) { if (x == 0) { throw Signal.FIRST; } return check(x - 1); }";
        assertThat(questions("public int f(int x) { return other.check(x) + 1; }", recursive))
                .isEqualTo(1);
    }
}
