package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatPrinterTest {

    @Test
    void printsBodiesWithTheirOrigins() {
        assertThat(WatPrinter.print(Samples.fibonacci(), origin -> "fib.lua:" + origin))
                .isEqualTo("""
                (module
                  (type (;0;) (func (param i64) (result i64)))
                  (export "fib" (func $fib))
                  (func $fib (type 0) (param $n i64) (result i64)
                    ;; fib.lua:1
                    local.get $n
                    i64.const 2
                    i64.lt_s
                    if (result i64)  ;; @1
                      ;; fib.lua:2
                      local.get $n
                    else
                      ;; fib.lua:3
                      local.get $n
                      i64.const 1
                      i64.sub
                      call $fib
                      local.get $n
                      i64.const 2
                      i64.sub
                      call $fib
                      i64.add
                    end
                  )
                )
                """);
    }

    @Test
    void printsEveryKindOfField() {
        assertThat(WatPrinter.print(Samples.everything())).isEqualTo("""
                (module $everything
                  (type (;0;) (func (param i32)))
                  (type (;1;) (func))
                  (type (;2;) (func (param i32 f64) (result f64 i32)))
                  (import "host" "log" (func $log (type 0)))
                  (import "host" "memory" (memory (;0;) 1 2))
                  (import "host" "base" (global $base i32))
                  (table (;0;) 8 8 funcref)
                  (global $counter (mut i64) (i64.const -1))
                  (global $half f64 (f64.const 0.5))
                  (global (;3;) i32 (global.get $base))
                  (export "swap" (func $swap_two))
                  (export "table" (table 0))
                  (export "memory" (memory 0))
                  (export "counter" (global $counter))
                  (start $start)
                  (elem (;0;) (i32.const 1) func $swap_two $start)
                  (elem (;1;) (global.get $base) func)
                  (func $start (type 1)
                    (local i32 i32) (local $x f64) (local i32)
                    i32.const 7
                    call $log
                    i64.const -9223372036854775808
                    global.set $counter
                  )
                  (func $swap_two (type 2) (param i32 f64) (result f64 i32)
                    local.get 1
                    local.get 0
                    i32.load offset=4294967295
                  )
                  (data (;0;) (i32.const 16) "\\01\\02\\22\\5c\\ff")
                  (data (;1;) "\\03")
                  ;; custom section "origins of origins", 2 bytes
                )
                """);
    }

    @Test
    void tellsWhereBranchesLead() {
        assertThat(printed(
                        Insn.of(WasmOp.BLOCK, BlockType.EMPTY),
                        Insn.of(WasmOp.LOOP, BlockType.EMPTY),
                        Insn.of(WasmOp.BR, 1),
                        Insn.of(WasmOp.END),
                        Insn.of(WasmOp.LOOP, BlockType.EMPTY),
                        Insn.branchTable(List.of(0, 1, 2)),
                        Insn.of(WasmOp.END),
                        Insn.of(WasmOp.END)))
                .isEqualTo(String.join(
                        "\n",
                        "    block  ;; @1",
                        "      loop  ;; @2",
                        "        br 1 (;@1;)",
                        "      end",
                        "      loop  ;; @3",
                        "        br_table 0 1 2 (;@3 @1 @0;)",
                        "      end",
                        "    end"));
    }

    @Test
    void printsBodiesThatAreNotValid() {
        assertThat(printed(
                        Insn.of(WasmOp.END),
                        Insn.of(WasmOp.ELSE),
                        Insn.of(WasmOp.BR, 7),
                        Insn.of(WasmOp.LOCAL_GET, 9),
                        Insn.of(WasmOp.BLOCK, BlockType.ofTypeIndex(5))))
                .isEqualTo("    end\n    else\n    br 7 (;?;)\n    local.get 9\n    block (type 5)  ;; @1");
    }

    @Test
    void makesIdentifiersLegalAndUnique() {
        Identifiers identifiers = new Identifiers(new TreeMap<>(Map.of(0, "a b", 3, "é", 4, "è", 5, "")));
        assertThat(identifiers.use(0)).isEqualTo("$a_b");
        assertThat(identifiers.use(1)).isEqualTo("1");
        assertThat(identifiers.use(3)).isEqualTo("$_");
        assertThat(identifiers.use(4)).isEqualTo("$_#4");
        assertThat(identifiers.use(5)).isEqualTo("5");
    }

    @Test
    void keepsOriginsInTheirComment() {
        WasmModule module = moduleWith(Insn.of(WasmOp.NOP).from(0));
        assertThat(WatPrinter.print(module, origin -> "a\nunreachable")).contains(";; a_unreachable\n");
    }

    private static String printed(Insn... code) {
        return WatPrinter.print(moduleWith(code))
                .lines()
                .filter(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));
    }

    private static WasmModule moduleWith(Insn... code) {
        ModuleBuilder builder = WasmModule.builder();
        builder.addFunction(null, Samples.NOTHING, new Body(List.of(), List.of(code)));
        return builder.build();
    }
}
