package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.ModuleValidator;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** What functions are compiled to. */
class CodeModuleTest {
    /** The first function within a program, as it would be read from a guest's memory. */
    private static FunctionCode function(String program) {
        byte[] text = program.getBytes(StandardCharsets.UTF_8);
        Prototype prototype =
                LuaCompiler.compile(text, ByteString.utf8("=test")).children().get(0);
        int count = prototype.constants().size();
        byte[] tags = new byte[count];
        long[] payloads = new long[count];
        for (int i = 0; i < count; i++) {
            Object constant = prototype.constants().get(i);
            if (constant instanceof Long integer) {
                tags[i] = Tag.INTEGER;
                payloads[i] = integer;
            } else if (constant instanceof Double number) {
                tags[i] = Tag.FLOAT;
                payloads[i] = Double.doubleToRawLongBits(number);
            } else {
                tags[i] = Tag.SHORT_STRING;
            }
        }
        return new FunctionCode(
                64,
                4096,
                prototype.code(),
                tags,
                payloads,
                prototype.parameterCount(),
                prototype.vararg(),
                prototype.frameSize(),
                new BitSet(),
                1);
    }

    private static String beginning(String program, Kind... parameters) {
        CodeModule code = CodeModule.compile(function(program), parameters, 0, LoweringOptions.WASMTIME);
        ModuleValidator.validate(code.module());
        return GraphPrinter.print(code.graphs().get(0));
    }

    @Test
    void arithmeticOnParametersOfKnownKindAsksNobody() {
        assertThat(beginning("return function(a, b) return a * b + 1 end", Kind.INTEGER, Kind.INTEGER))
                .contains("i64.mul", "i64.add")
                .doesNotContain("f64.", "call");
        assertThat(beginning("return function(a, b) return a * b + 1 end", Kind.FLOAT, Kind.INTEGER))
                .contains("f64.mul", "f64.add", "f64.convert_i64_s")
                .doesNotContain("i64.mul", "call");
    }

    @Test
    void arithmeticOnAnythingLooksAtTagsAndLeavesTheRestToTheKernel() {
        assertThat(beginning("return function(a, b) return a + b end", Kind.ANY, Kind.ANY))
                .contains("i64.add", "f64.add", "call $general");
    }

    @Test
    void theEndOfANumericLoopIsAnEntrance() {
        FunctionCode function = function("return function(n) local s = 0 for i = 1, n do s = s + i end return s end");
        CodeModule code = CodeModule.compile(function, new Kind[] {Kind.INTEGER}, 7, LoweringOptions.WASMTIME);
        ModuleValidator.validate(code.module());
        assertThat(code.loops()).isEqualTo(CodeModule.loopEnds(function)).hasSize(1);
        assertThat(GraphPrinter.print(code.graphs().get(1))).doesNotContain("call");
    }

    @Test
    void aLoopOverFloatsHasNoEntranceItWouldOnlyLeaveAgain() {
        FunctionCode function = function("return function(x) for i = 1.5, x do end end");
        assertThat(CodeModule.compile(function, new Kind[] {Kind.FLOAT}, 0, LoweringOptions.WASMTIME)
                        .loops())
                .isEmpty();
    }
}
