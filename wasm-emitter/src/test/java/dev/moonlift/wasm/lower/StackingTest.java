package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which values stay on the operand stack. */
class StackingTest {
    private static void assertCode(String blocks, String code) {
        System.out.println("=====\n" + blocks + "-----\n" + BodyText.lower(blocks));
        assertThat(code).isNotNull();
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
                """, "");
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
                """, "");
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
                """, "");
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
                """, "");
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
                """, "");
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
                """, "");
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
                """, "");
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
                """, "");
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
                """, "");
    }
}
