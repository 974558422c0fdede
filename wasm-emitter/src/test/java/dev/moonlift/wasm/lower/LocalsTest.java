package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which locals values share, and what is copied between them. */
class LocalsTest {
    private static void assertCode(String graph, String code) {
        assertThat(BodyText.lower(graph)).isEqualTo(code);
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
                """, """
                local i32 i64
                local.get 0
                call 0
                local.tee 1
                local.get 1
                i32.store 0
                local.get 0
                call 0
                local.tee 1
                local.get 1
                i32.store 0
                local.get 0
                local.get 0
                call 1
                local.tee 2
                i64.store 0
                local.get 0
                local.get 2
                i64.store 8
                local.get 0
                call 0
                local.tee 0
                local.get 0
                i32.store 0
                local.get 0
                """);
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
                """, """
                local i32 i32
                i32.const 0
                local.set 2
                loop
                  local.get 2
                  local.get 0
                  i32.load 0
                  local.tee 3
                  i32.add
                  local.set 2
                  local.get 0
                  i32.const 4
                  i32.add
                  local.set 0
                  local.get 3
                  i32.const 1
                  i32.and
                  if
                    local.get 2
                    call 0
                    local.tee 2
                    local.get 2
                    i32.store 0
                  end
                  local.get 0
                  local.get 1
                  i32.lt_u
                  br_if 0
                end
                local.get 2
                """);
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
                """, """
                block
                  loop
                    local.get 0
                    local.get 1
                    i32.store 0
                    local.get 2
                    i32.eqz
                    if
                      br 2
                    end
                    local.get 1
                    local.get 2
                    local.get 0
                    local.set 2
                    local.set 1
                    local.set 0
                    br 0
                  end
                end
                local.get 0
                """);
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
                """, """
                local i32 i32
                local.get 0
                local.set 1
                block
                  loop
                    local.get 1
                    i32.load 0
                    local.tee 2
                    local.get 0
                    i32.add
                    i32.eqz
                    if
                      br 2
                    end
                    local.get 2
                    local.set 1
                    br 0
                  end
                end
                local.get 1
                """);
    }
}
