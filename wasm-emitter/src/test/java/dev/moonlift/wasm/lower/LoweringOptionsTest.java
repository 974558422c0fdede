package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoweringOptionsTest {
    private static final String GRAPH = """
            func $f -> i32 {
            b0(v0: i32, v1: i32):
              v2 = i32.lt_u v0, v1
              branch v2 b1, b2
            b1:
              v3 = i32.const -1
              v4 = i32.ge_u v0, v3
              return v4
            b2:
              v5 = i32.lt_s v0, v1
              return v5
            }
            """;

    @Test
    void comparesUnsignedNumbersAsTheyAre() {
        assertThat(BodyText.lower(GRAPH, LoweringOptions.WASMTIME)).isEqualTo("""
                local.get 0
                local.get 1
                i32.lt_u
                if
                  local.get 0
                  i32.const -1
                  i32.ge_u
                  return
                end
                local.get 0
                local.get 1
                i32.lt_s
                """);
    }

    /** Cranelift lays out arms behind what does not enter them; for HotSpot only the length counts. */
    @Test
    void leavesLoopsInArmsForWasmtime() {
        String loop = """
                func $f -> i32 {
                b0(v0: i32): jump b1
                b1: v1 = i32.load v0
                  branch v1 b2, b3
                b2: v2 = i32.load v1
                  branch v2 b1, b3
                b3: return v0
                }
                """;
        assertThat(BodyText.lower(loop, LoweringOptions.WASMTIME)).isEqualTo("""
                local i32
                block
                  loop
                    local.get 0
                    i32.load 0
                    local.tee 1
                    i32.eqz
                    if
                      br 2
                    end
                    local.get 1
                    i32.load 0
                    br_if 0
                  end
                end
                local.get 0
                """);
        assertThat(BodyText.lower(loop, LoweringOptions.CHICORY)).doesNotContain("if\n");
    }

    @Test
    void comparesUnsignedNumbersAsI64ForChicory() {
        assertThat(BodyText.lower(GRAPH, LoweringOptions.CHICORY)).isEqualTo("""
                local.get 0
                i64.extend_i32_u
                local.get 1
                i64.extend_i32_u
                i64.lt_s
                if
                  local.get 0
                  i64.extend_i32_u
                  i64.const 4294967295
                  i64.ge_s
                  return
                end
                local.get 0
                local.get 1
                i32.lt_s
                """);
    }
}
