package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which values stay on the operand stack. */
class StackingTest {
    private static void assertCode(String graph, String code) {
        assertThat(BodyText.lower(graph)).isEqualTo(code);
    }

    @Test
    void valuesUsedOnceStayOnTheStack() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.load v0
                  v3 = i32.load offset=4 v1
                  v4 = i32.mul v2, v3
                  v5 = i32.div_s v4, v0
                  return v5
                }
                """, """
                local.get 0
                i32.load 0
                local.get 1
                i32.load 4
                i32.mul
                local.get 0
                i32.div_s
                """);
    }

    @Test
    void pureValuesMoveToTheirUse() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.add v0, v1
                  i32.store v0, v1
                  call $g()
                  v3 = i32.sub v0, v2
                  return v3
                }
                """, """
                local.get 0
                local.get 1
                i32.store 0
                call 0
                local.get 0
                local.get 0
                local.get 1
                i32.add
                i32.sub
                """);
    }

    @Test
    void whatNobodyElseWantsIsTheFirstOperandIfOperandsCanChangePlaces() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.clz v1
                  v3 = i32.add v0, v2
                  v4 = i32.clz v3
                  v5 = i32.sub v0, v4
                  return v5
                }
                """, """
                local.get 0
                local.get 1
                i32.clz
                local.get 0
                i32.add
                i32.clz
                i32.sub
                """);
    }

    @Test
    void loadsDoNotMoveOverStores() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.load v0
                  i32.store v0, v1
                  v3 = i32.load v0
                  v4 = i32.sub v3, v2
                  return v4
                }
                """, """
                local i32
                local.get 0
                i32.load 0
                local.set 2
                local.get 0
                local.get 1
                i32.store 0
                local.get 0
                i32.load 0
                local.get 2
                i32.sub
                """);
    }

    @Test
    void callsDoNotMoveOverLoads() {
        assertCode("""
                func $f {
                b0(v0: i32):
                  v1: i32 = call $g(v0)
                  v2 = i32.load v0
                  i32.store v2, v1
                  return
                }
                """, """
                local i32
                local.get 0
                call 0
                local.set 1
                local.get 0
                i32.load 0
                local.get 1
                i32.store 0
                """);
    }

    @Test
    void divisionsDoNotMoveOverCalls() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.div_s v0, v1
                  call $g()
                  return v2
                }
                """, """
                local.get 0
                local.get 1
                i32.div_s
                local.set 0
                call 0
                local.get 0
                """);
    }

    @Test
    void resultsOfCallsStayInOrder() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  v1: i32 = call $g(v0)
                  v2: i32 = call $h(v0)
                  v3 = i32.sub v1, v2
                  v4: i32 = call $g(v0)
                  v5: i32 = call $h(v0)
                  v6 = i32.sub v5, v4
                  v7 = i32.xor v3, v6
                  return v7
                }
                """, """
                local i32 i32
                local.get 0
                call 0
                local.get 0
                call 1
                i32.sub
                local.set 1
                local.get 0
                call 0
                local.set 2
                local.get 1
                local.get 0
                call 1
                local.get 2
                i32.sub
                i32.xor
                """);
    }

    @Test
    void aValueUsedAtOnceAndLaterIsKept() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  v1 = i32.load v0
                  v2 = i32.load v1
                  i32.store v2, v1
                  return v1
                }
                """, """
                local.get 0
                i32.load 0
                local.tee 0
                i32.load 0
                local.get 0
                i32.store 0
                local.get 0
                """);
    }

    @Test
    void constantsAreNeverKept() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  v1 = i32.const 7
                  i32.store v0, v1
                  branch v0 b1, b2
                b1:
                  i32.store v1, v1
                  jump b2
                b2:
                  return v1
                }
                """, """
                local.get 0
                i32.const 7
                i32.store 0
                local.get 0
                if
                  i32.const 7
                  i32.const 7
                  i32.store 0
                end
                i32.const 7
                """);
    }

    @Test
    void whatNobodyNeedsIsLeftOut() {
        assertCode("""
                func $f {
                b0(v0: i32):
                  v1 = i32.load v0
                  v2 = i32.add v1, v0
                  jump b1(v2)
                b1(v3: i32):
                  v4 = i32.const 1
                  v5 = i32.sub v3, v4
                  v6: i32, v7: i64 = call $g()
                  v8 = i32.div_s v0, v0
                  i64.store v0, v7
                  branch v0 b1(v5), b2
                b2:
                  return
                }
                """, """
                local i64
                loop
                  call 0
                  local.set 1
                  drop
                  local.get 0
                  local.get 0
                  i32.div_s
                  drop
                  local.get 0
                  local.get 1
                  i64.store 0
                  local.get 0
                  br_if 0
                end
                """);
    }

    @Test
    void whatOnlyOneExitNeedsIsComputedThere() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.mul v0, v1
                  v3 = i32.load v0
                  branch v1 b1(v2), b1(v3)
                b1(v4: i32):
                  return v4
                }
                """, """
                local i32
                local.get 0
                i32.load 0
                local.set 2
                local.get 1
                if
                  local.get 0
                  local.get 1
                  i32.mul
                  local.set 2
                end
                local.get 2
                """);
    }
}
