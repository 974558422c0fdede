package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.pass.InliningPolicy.CallSite;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsInPlaceTest {
    private static final String CALL = "  call $leaf.pair()\n";

    @Test
    void smallCalleesAreAlwaysPutInPlace() {
        assertThat(inlines(CALL + CALL, CALL, 300)).isTrue();
    }

    @Test
    void aLargerOneIsIfItCallsNoneAndIsCalledOnce() {
        assertThat(inlines(CALL, "", 500)).isTrue();
        assertThat(inlines(CALL, "", 501)).isFalse();
        assertThat(inlines(CALL + CALL, "", 500)).isFalse();
        assertThat(inlines(CALL, CALL, 500)).isFalse();
    }

    @Test
    void callsOfTheKernelAreNoneOfCompiledCode() {
        assertThat(inlines(CALL, "  call $general()\n", 500)).isTrue();
    }

    private static boolean inlines(String calls, String callee, int size) {
        Graph caller = graph("main.pair", calls);
        Graph leaf = graph("leaf.pair", callee);
        Instruction call = caller.entry().instructions().get(0);
        CallsInPlace policy = new CallsInPlace(List.of(), List.of(caller, leaf));
        return policy.inlines(new CallSite(caller, 10, call, leaf, size, 0, false));
    }

    private static Graph graph(String name, String instructions) {
        return GraphParser.parse("func $" + name + " {\nb0:\n" + instructions + "  return\n}\n");
    }
}
