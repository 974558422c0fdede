package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StructureTest {
    private static void assertCode(String graph, String code) {
        assertThat(BodyText.lower(graph)).isEqualTo(code);
    }

    @Test
    void ifElse() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  branch v0 b1, b2
                b1:
                  v1 = i32.load v0
                  jump b3(v1)
                b2:
                  v2 = i32.const 3
                  jump b3(v2)
                b3(v3: i32):
                  return v3
                }
                """, """
                local.get 0
                if
                  local.get 0
                  i32.load 0
                  local.set 0
                else
                  i32.const 3
                  local.set 0
                end
                local.get 0
                """);
    }

    @Test
    void ifWithoutElse() {
        assertCode("""
                func $f {
                b0(v0: i32, v1: i32):
                  v2 = i32.lt_s v0, v1
                  branch v2 b2, b1
                b1:
                  i32.store v0, v1
                  jump b2
                b2:
                  i32.store v1, v0
                  return
                }
                """, """
                local.get 0
                local.get 1
                i32.ge_s
                if
                  local.get 0
                  local.get 1
                  i32.store 0
                end
                local.get 1
                local.get 0
                i32.store 0
                """);
    }

    @Test
    void shortCircuit() {
        assertCode("""
                func $f {
                b0(v0: i32, v1: i32):
                  v2 = i32.eqz v0
                  branch v2 b3, b1
                b1:
                  v3 = i32.lt_s v0, v1
                  branch v3 b2, b3
                b2:
                  i32.store v1, v0
                  jump b3
                b3:
                  call $g()
                  return
                }
                """, """
                block
                  local.get 0
                  i32.eqz
                  br_if 0
                  local.get 0
                  local.get 1
                  i32.ge_s
                  br_if 0
                  local.get 1
                  local.get 0
                  i32.store 0
                end
                call 0
                """);
    }

    @Test
    void whileLoop() {
        assertCode("""
                func $f -> i64 {
                b0(v0: i32):
                  v1 = i32.const 0
                  v2 = i64.const 0
                  jump b1(v1, v2)
                b1(v3: i32, v4: i64):
                  v5 = i32.lt_s v3, v0
                  branch v5 b2, b3
                b2:
                  v6 = i64.load v3
                  v7 = i64.add v4, v6
                  v8 = i32.const 8
                  v9 = i32.add v3, v8
                  jump b1(v9, v7)
                b3:
                  return v4
                }
                """, """
                local i32 i64
                i32.const 0
                i64.const 0
                local.set 2
                local.set 1
                block
                  loop
                    local.get 1
                    local.get 0
                    i32.ge_s
                    if
                      br 2
                    end
                    local.get 1
                    i32.const 8
                    i32.add
                    local.get 2
                    local.get 1
                    i64.load 0
                    i64.add
                    local.set 2
                    local.set 1
                    br 0
                  end
                end
                local.get 2
                """);
    }

    @Test
    void doWhileLoop() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  v1 = i32.const 0
                  jump b1(v1)
                b1(v3: i32):
                  v8 = i32.const 8
                  v9 = i32.add v3, v8
                  i32.store v3, v9
                  v5 = i32.lt_s v9, v0
                  branch v5 b1(v9), b3
                b3:
                  return v9
                }
                """, """
                local i32
                i32.const 0
                local.set 1
                loop
                  local.get 1
                  local.get 1
                  i32.const 8
                  i32.add
                  local.tee 1
                  i32.store 0
                  local.get 1
                  local.get 0
                  i32.lt_s
                  br_if 0
                end
                local.get 1
                """);
    }

    @Test
    void nestedLoopsWithContinueAndBreak() {
        assertCode("""
                func $f {
                b0(v0: i32):
                  v1 = i32.const 0
                  jump b1(v1)
                b1(v2: i32): v3 = i32.lt_s v2, v0
                  branch v3 b2(v1), b8
                b2(v4: i32): v5 = i32.lt_s v4, v0
                  branch v5 b3, b7
                b3: v6 = i32.load v4
                  branch v6 b4, b6
                b4: v7 = i32.eq v6, v2
                  branch v7 b8, b5
                b5: i32.store v4, v2
                  jump b6
                b6: v8 = i32.const 1
                  v9 = i32.add v4, v8
                  jump b2(v9)
                b7: v10 = i32.const 1
                  v11 = i32.add v2, v10
                  jump b1(v11)
                b8: call $g()
                  return
                }
                """, """
                local i32 i32 i32
                i32.const 0
                local.set 1
                block
                  loop
                    local.get 1
                    local.get 0
                    i32.ge_s
                    if
                      br 2
                    end
                    i32.const 0
                    local.set 2
                    block
                      loop
                        local.get 2
                        local.get 0
                        i32.ge_s
                        if
                          br 2
                        end
                        local.get 2
                        i32.load 0
                        local.tee 3
                        if
                          local.get 3
                          local.get 1
                          i32.eq
                          if
                            br 5
                          end
                          local.get 2
                          local.get 1
                          i32.store 0
                        end
                        local.get 2
                        i32.const 1
                        i32.add
                        local.set 2
                        br 0
                      end
                    end
                    local.get 1
                    i32.const 1
                    i32.add
                    local.set 1
                    br 0
                  end
                end
                call 0
                """);
    }

    @Test
    void switchInLoop() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  jump b1(v0)
                b1(v1: i32):
                  v2 = i32.load8_u v1
                  switch v2 [b2, b3, b2, b4, b1(v0)], b5
                b2:
                  call $g()
                  jump b6
                b3:
                  v3 = i32.load v1
                  jump b1(v3)
                b4:
                  return v2
                b5:
                  trap
                b6:
                  v4 = i32.const 1
                  v5 = i32.add v1, v4
                  jump b1(v5)
                }
                """, """
                local i32 i32
                local.get 0
                local.set 1
                block
                  block
                    loop
                      block
                        block
                          block
                            local.get 1
                            i32.load8_u 0
                            local.tee 2
                            br_table 2 1 2 4 0 5
                          end
                          local.get 0
                          local.set 1
                          br 2
                        end
                        local.get 1
                        i32.load 0
                        local.set 1
                        br 1
                      end
                      call 0
                      local.get 1
                      i32.const 1
                      i32.add
                      local.set 1
                      br 0
                    end
                  end
                  local.get 2
                  return
                end
                unreachable
                """);
    }

    @Test
    void irreducible() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  branch v0 b1(v0), b2(v0)
                b1(v1: i32):
                  v2 = i32.load v1
                  jump b2(v2)
                b2(v3: i32):
                  v4 = i32.load v3
                  branch v4 b1(v4), b3
                b3:
                  return v3
                }
                """, """
                local i32 i32
                local.get 0
                if
                  i32.const 0
                  local.set 2
                else
                  i32.const 1
                  local.set 2
                end
                block
                  loop
                    block
                      block
                        local.get 2
                        br_table 0 1
                      end
                      local.get 0
                      i32.load 0
                      local.set 0
                      i32.const 1
                      local.set 2
                      br 1
                    end
                    local.get 0
                    i32.load 0
                    local.tee 1
                    i32.eqz
                    if
                      br 2
                    end
                    local.get 1
                    local.set 0
                    i32.const 0
                    local.set 2
                    br 0
                  end
                end
                local.get 0
                """);
    }

    @Test
    void swap() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32, v1: i32, v2: i32):
                  jump b1(v0, v1, v2)
                b1(v3: i32, v4: i32, v5: i32):
                  v6 = i32.const 1
                  v7 = i32.sub v5, v6
                  branch v7 b1(v4, v3, v7), b2
                b2:
                  return v3
                }
                """, """
                block
                  loop
                    local.get 2
                    i32.const 1
                    i32.sub
                    local.tee 2
                    i32.eqz
                    if
                      br 2
                    end
                    local.get 1
                    local.get 0
                    local.set 1
                    local.set 0
                    br 0
                  end
                end
                local.get 0
                """);
    }

    @Test
    void guards() {
        assertCode("""
                func $f -> i32 {
                b0(v0: i32):
                  v1 = i32.load v0
                  branch v1 b1, b9
                b1:
                  v2 = i32.load offset=4 v1
                  v3 = i32.lt_s v2, v1
                  branch v3 b2, b10
                b2:
                  return v2
                b9:
                  i32.store offset=8 v0, v1
                  return v1
                b10:
                  i32.store offset=16 v0, v2
                  return v0
                }
                """, """
                local i32 i32
                local.get 0
                i32.load 0
                local.tee 1
                i32.eqz
                if
                  local.get 0
                  local.get 1
                  i32.store 8
                  local.get 1
                  return
                end
                local.get 1
                i32.load 4
                local.tee 2
                local.get 1
                i32.lt_s
                if
                  local.get 2
                  return
                end
                local.get 0
                local.get 2
                i32.store 16
                local.get 0
                """);
    }
}
