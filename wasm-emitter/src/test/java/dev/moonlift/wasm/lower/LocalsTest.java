package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which locals values share, and what is copied between them. */
class LocalsTest {
    private static void assertCode(String blocks, String code) {
        System.out.println("=====\n" + blocks + "-----\n" + BodyText.lower(blocks));
        assertThat(code).isNotNull();
    }

    @Test
    void valuesShareALocalOneAfterTheOther() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  v1: i32 = call $g(v0)
                  i32.store v1, v1
                  v2: i32 = call $g(v0)
                  i32.store v2, v2
                  v3: i64 = call $h(v0)
                  i64.store v0, v3
                  i64.store offset=8 v0, v3
                  v4: i32 = call $g(v0)
                  i32.store v4, v4
                  return v4
                }
                """, "");
    }

    @Test
    void loopVariablesAreNotCopied() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32):
                  v2 = i32.const 0
                  jump b1(v0, v2)
                b1(v3: i32, v4: i32):
                  v5 = i32.load v3
                  v6 = i32.add v4, v5
                  v7 = i32.const 4
                  v8 = i32.add v3, v7
                  v9 = i32.const 1
                  v10 = i32.and v5, v9
                  branch v10 b2, b3(v6)
                b2:
                  v11: i32 = call $g(v6)
                  i32.store v11, v11
                  jump b3(v11)
                b3(v12: i32):
                  v13 = i32.lt_u v8, v1
                  branch v13 b1(v8, v12), b4
                b4:
                  return v12
                }
                """, "");
    }

    @Test
    void rotatesVariablesThroughTheStack() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32, v2: i32):
                  jump b1(v0, v1, v2)
                b1(v3: i32, v4: i32, v5: i32):
                  i32.store v3, v4
                  branch v5 b2, b3
                b2:
                  jump b1(v4, v5, v3)
                b3:
                  return v3
                }
                """, "");
    }

    @Test
    void aValueThatLivesOnIsCopied() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  jump b1(v0)
                b1(v1: i32):
                  v2 = i32.load v1
                  v3 = i32.add v2, v0
                  branch v3 b1(v2), b2
                b2:
                  return v1
                }
                """, "");
    }
}
