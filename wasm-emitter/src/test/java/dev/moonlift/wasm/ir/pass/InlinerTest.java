package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlinerTest {
    private static final String LEAF = """
            func $leaf -> i32 {
            b0(v0: i32):
              v1 = i32.load offset=8 v0 @5
              return v1
            }
            """;
    private static final String TWO_RETURNS = """
            func $max -> i32, i32 {
            b0(v0: i32, v1: i32):
              v2 = i32.gt_s v0, v1
              branch v2 b1, b2
            b1:
              return v0, v1
            b2:
              return v1, v0
            }
            """;
    private static final String LOOP = """
            func $loop -> i32 {
            b0(v0: i32):
              jump b1(v0)
            b1(v1: i32):
              v2: i32 = call $leaf(v1)
              branch v2 b1(v2), b2
            b2:
              return v1
            }
            """;
    /** One graph, as an inliner sees by identity what it is in. */
    private static final Graph RECURSIVE = GraphParser.parse("""
            func $rec -> i32 {
            b0(v0: i32):
              branch v0 b1, b2
            b1:
              v1: i32 = call $rec(v0)
              return v1
            b2:
              return v0
            }
            """);

    private static final String NEVER = """
            func $never {
            b0:
              trap
            }
            """;

    @Test
    void putsTheOnlyReturnsBlockInPlace() {
        assertInlined(
                "i32",
                "b0(v0: i32): v1: i32 = call $leaf(v0) v2 = i32.add v1, v1 return v2",
                "b0(v0: i32): v1 = i32.load offset=8 v0 @5 v2 = i32.add v1, v1 return v2");
    }

    @Test
    void joinsSeveralReturns() {
        assertInlined("i32", """
                b0(v0: i32, v1: i32):
                  v2: i32, v3: i32 = call $max(v0, v1)
                  v4 = i32.sub v2, v3
                  return v4
                """, """
                b0(v0: i32, v1: i32):
                  v2 = i32.gt_s v0, v1
                  branch v2 b1, b2
                b1:
                  jump b3(v0, v1)
                b2:
                  jump b3(v1, v0)
                b3(v3: i32, v4: i32):
                  v5 = i32.sub v3, v4
                  return v5
                """);
    }

    @Test
    void inlinesCallsWithinBodies() {
        assertInlined("i32", """
                b0(v0: i32):
                  v1: i32 = call $loop(v0)
                  return v1
                """, """
                b0(v0: i32):
                  jump b1(v0)
                b1(v1: i32):
                  v2 = i32.load offset=8 v1 @5
                  branch v2 b1(v2), b2
                b2:
                  return v1
                """);
    }

    @Test
    void stopsAtTheDepth() {
        assertInlined(1, "i32", """
                b0(v0: i32):
                  v1: i32 = call $loop(v0)
                  return v1
                """, """
                b0(v0: i32):
                  jump b1(v0)
                b1(v1: i32):
                  v2: i32 = call $leaf(v1)
                  branch v2 b1(v2), b2
                b2:
                  return v1
                """);
    }

    @Test
    void putsNoBodyIntoItself() {
        assertInlined("i32", """
                b0(v0: i32):
                  v1: i32 = call $rec(v0)
                  return v1
                """, """
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1: i32 = call $rec(v0)
                  jump b3(v1)
                b2:
                  jump b3(v0)
                b3(v2: i32):
                  return v2
                """);
    }

    @Test
    void leavesOutWhatFollowsACallThatDoesNotReturn() {
        assertInlined("i32", """
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  call $never()
                  jump b3(v0)
                b2:
                  jump b3(v0)
                b3(v1: i32):
                  return v1
                """, """
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  trap
                b2:
                  jump b3(v0)
                b3(v1: i32):
                  return v1
                """);
    }

    @Test
    void replacesResultsInEarlierBlocksOfTheList() {
        assertInlined("i32", """
                b0(v0: i32):
                  jump b2
                b1:
                  return v1
                b2:
                  v1: i32 = call $leaf(v0)
                  jump b1
                """, """
                b0(v0: i32):
                  jump b2
                b1:
                  return v1
                b2:
                  v1 = i32.load offset=8 v0 @5
                  jump b1
                """);
    }

    @Test
    void asksThePolicy() {
        List<InliningPolicy.CallSite> sites = new ArrayList<>();
        InliningPolicy policy = site -> {
            sites.add(site);
            return site.call().origin() == 2;
        };
        PassTesting.assertChange(new Inliner(callee -> graph(callee.name()), policy, 1), """
                func $f {
                b0(v0: i32):
                  v1: i32 = call $leaf(v0) @1
                  v2: i32 = call $leaf(v0) @2
                  return
                }
                """, """
                func $f {
                b0(v0: i32):
                  v1: i32 = call $leaf(v0) @1
                  v2 = i32.load offset=8 v0 @5
                  return
                }
                """);
        assertThat(sites).extracting(InliningPolicy.CallSite::calleeSize).containsExactly(2, 2);
        assertThat(sites).extracting(InliningPolicy.CallSite::callerSize).containsExactly(3, 3);
    }

    @Test
    void inlinesAProgramFromBelow() {
        List<Graph> program = GraphParser.parseAll("""
                func $main -> i32 {
                b0(v0: i32):
                  v1: i32 = call $middle(v0)
                  return v1
                }
                func $middle -> i32 {
                b0(v0: i32):
                  v1: i32 = call $import(v0)
                  v2: i32 = call $leaf(v1)
                  return v2
                }
                """ + LEAF);
        List<String> cleaned = new ArrayList<>();
        new ProgramInliner(InliningPolicy.bySize(4, 100), graph -> cleaned.add(graph.name())).run(program);
        program.forEach(GraphVerifier::verify);
        assertThat(cleaned).containsExactly("leaf", "middle", "main");
        assertThat(GraphPrinter.printRenumbered(program.get(0))).isEqualTo("""
                func $main -> i32 {
                b0(v0: i32):
                  v1: i32 = call $import(v0)
                  v2 = i32.load offset=8 v1 @5
                  return v2
                }
                """);
    }

    @Test
    void leavesACallWhereAProgramGoesRoundInACircle() {
        List<Graph> program = GraphParser.parseAll("""
                func $f {
                b0:
                  call $g()
                  return
                }
                func $g {
                b0:
                  call $f()
                  return
                }
                """);
        new ProgramInliner(site -> true, graph -> false).run(program);
        program.forEach(GraphVerifier::verify);
        assertThat(program).extracting(GraphPrinter::printRenumbered).containsExactly("""
                func $f {
                b0:
                  call $f()
                  return
                }
                """, """
                func $g {
                b0:
                  call $f()
                  return
                }
                """);
    }

    @Test
    void putsAFunctionIntoItselfOnce() {
        List<Graph> program = GraphParser.parseAll("""
                func $count -> i32 {
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.const 1
                  v2 = i32.sub v0, v1
                  v3: i32 = call $count(v2)
                  v4 = i32.add v3, v1
                  return v4
                b2:
                  return v0
                }
                """);
        new ProgramInliner(site -> true, graph -> false).run(program);
        program.forEach(GraphVerifier::verify);
        assertThat(GraphPrinter.printRenumbered(program.get(0))).isEqualTo("""
                func $count -> i32 {
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.const 1
                  v2 = i32.sub v0, v1
                  branch v2 b3, b4
                b2:
                  return v0
                b3:
                  v3 = i32.const 1
                  v4 = i32.sub v2, v3
                  v5: i32 = call $count(v4)
                  v6 = i32.add v5, v3
                  jump b5(v6)
                b4:
                  jump b5(v2)
                b5(v7: i32):
                  v8 = i32.add v7, v1
                  return v8
                }
                """);
    }

    @Test
    void putsASmallFunctionIntoItselfTwice() {
        String twoCalls = """
                func $f -> i32 {
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.const 1
                  v2 = i32.sub v0, v1
                  v3: i32 = call $f(v2)
                  v4: i32 = call $f(v3)
                  return v4
                b2:
                  return v0
                }
                """;
        Graph once = inlinedIntoItself(twoCalls, 0);
        assertThat(calls(once)).isEqualTo(4);
        assertThat(calls(inlinedIntoItself(twoCalls, Inliner.size(once) - 1))).isEqualTo(4);
        assertThat(calls(inlinedIntoItself(twoCalls, Inliner.size(once)))).isEqualTo(8);
    }

    private static Graph inlinedIntoItself(String function, int maximalSizeForSecond) {
        List<Graph> program = GraphParser.parseAll(function);
        new ProgramInliner(site -> true, graph -> false, maximalSizeForSecond).run(program);
        program.forEach(GraphVerifier::verify);
        return program.get(0);
    }

    private static long calls(Graph graph) {
        return graph.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .filter(instruction -> instruction.op() == WasmOp.CALL)
                .count();
    }

    private static void assertInlined(String results, String before, String after) {
        assertInlined(9, results, before, after);
    }

    private static void assertInlined(int depth, String results, String before, String after) {
        PassTesting.assertChange(
                new Inliner(callee -> graph(callee.name()), site -> true, depth), results, before, after);
    }

    private static Graph graph(String name) {
        return switch (name) {
            case "leaf" -> GraphParser.parse(LEAF);
            case "max" -> GraphParser.parse(TWO_RETURNS);
            case "loop" -> GraphParser.parse(LOOP);
            case "rec" -> RECURSIVE;
            case "never" -> GraphParser.parse(NEVER);
            default -> null;
        };
    }
}
