package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Op;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which registers are live, against what reading the bytecode gives. */
class LivenessTest {
    private FunctionCode function;

    private Liveness of(String text) {
        function = PausedGuest.function("pause(" + text + ")");
        return new Liveness(function, new Flow(function.code()));
    }

    private int at(int op) {
        return Units.find(function, op, 0);
    }

    private static int[] live(Liveness liveness, int pc) {
        return liveness.before(pc).stream().toArray();
    }

    @Test
    void whatALoopCarriesIsLiveAllAround() {
        Liveness liveness = of("function(n, unused) local s = 0 for i = 1, n do s = s + i end return s end");
        // 0 n, 1 unused, 2 s, 3 to 5 the loop's state, 6 i.
        assertThat(live(liveness, 0)).containsExactly(0);
        assertThat(live(liveness, at(Op.FORPREP))).containsExactly(2, 3, 4, 5);
        assertThat(live(liveness, at(Op.ADD))).containsExactly(2, 3, 4, 5, 6);
        assertThat(live(liveness, at(Op.FORLOOP))).containsExactly(2, 3, 4, 5);
        assertThat(live(liveness, at(Op.RETURN1))).containsExactly(2);
        assertThat(liveness.isLive(2, at(Op.RETURN1))).isTrue();
        assertThat(liveness.isLive(3, at(Op.RETURN1))).isFalse();
    }

    @Test
    void aCallReadsItsArgumentsAndLeavesOnlyResults() {
        Liveness liveness = of("function(f, x, y) local z = f(x) return z + y end");
        int call = at(Op.CALL);
        assertThat(live(liveness, 0)).containsExactly(0, 1, 2);
        assertThat(live(liveness, call)).containsExactly(2, 3, 4);
        assertThat(live(liveness, call + 1)).containsExactly(2, 3);
    }

    @Test
    void aCallWithAllThatIsThereReadsEveryRegisterAbove() {
        Liveness liveness = of("function(f, g) f(g()) end");
        int outer = Units.find(function, Op.CALL, 1);
        assertThat(live(liveness, outer))
                .containsExactly(IntStream.range(2, function.registers()).toArray());
        assertThat(live(liveness, at(Op.CALL))).containsExactly(2, 3);
    }

    @Test
    void branchesAreJoined() {
        Liveness liveness = of("function(a, b, c) if a then b = 1 else c = 2 end return b + c end");
        assertThat(live(liveness, 0)).containsExactly(0, 1, 2);
        assertThat(live(liveness, Units.find(function, Op.LOADI, 0))).containsExactly(2);
        assertThat(live(liveness, Units.find(function, Op.LOADI, 1))).containsExactly(1);
        assertThat(live(liveness, at(Op.ADD))).containsExactly(1, 2);
    }

    @Test
    void whatIsOverwrittenOnEachWayIsDead() {
        Liveness liveness = of("function(a, b) if a then b = 1 else b = 2 end return b end");
        assertThat(live(liveness, 0)).containsExactly(0);
    }

    @Test
    void aStoredFieldReadsTableAndValue() {
        Liveness liveness = of("function(p, q, v) p.x = v q.y = 1 q[v] = p end");
        assertThat(live(liveness, at(Op.SETFIELD))).containsExactly(0, 1, 2);
        assertThat(live(liveness, at(Op.SETFIELDK))).containsExactly(0, 1, 2);
        assertThat(live(liveness, at(Op.SETTABLE) + 1)).isEmpty();
    }

    @Test
    void aTailCallNeedsNothingElse() {
        Liveness liveness = of("function(f, x, y) y = y + 1 return f(x) end");
        assertThat(live(liveness, at(Op.TAILCALL))).containsExactly(3, 4);
    }

    @Test
    void anIteratorsStateIsLiveAroundItsLoop() {
        Liveness liveness = of("function(f, t) local s = 0 for k, v in f, t do s = s + v end return s end");
        // 2 s, 3 to 6 the loop's state of which 6 is only closed, 7 k, 8 v.
        int call = at(Op.TFORCALL);
        assertThat(live(liveness, call)).contains(2, 3, 4, 5).doesNotContain(0, 1, 7, 8);
        assertThat(live(liveness, at(Op.ADD))).contains(2, 3, 4, 5, 8).doesNotContain(0, 1, 7);
        assertThat(live(liveness, call + 1)).contains(2, 3, 4, 7, 8);
    }
}
