package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Op;
import org.junit.jupiter.api.Test;

/** Which registers loops leave as they are, against what reading the program gives. */
class LoopConstantsTest {
    private FunctionCode function;

    private LoopConstants of(String text) {
        function = PausedGuest.function("pause(" + text + ")");
        return new LoopConstants(function, new Flow(function.code()));
    }

    private int at(int op, int before) {
        return Units.find(function, op, before);
    }

    @Test
    void outsideOfLoopsThereAreNone() {
        LoopConstants constants = of("function(n) local s = 0 for i = 1, n do s = s + i end return s end");
        assertThat(constants.around(0).isEmpty()).isTrue();
        assertThat(constants.around(at(Op.RETURN1, 0)).isEmpty()).isTrue();
    }

    @Test
    void aLoopWritesItsStateAndWhatItsBodyDoes() {
        LoopConstants constants = of("function(n, k) local s = 0 for i = 1, n do s = s + k end return s end");
        // 0 n, 1 k, 2 s, 3 to 5 the loop's state, 6 i.
        assertThat(constants.around(at(Op.ADD, 0)).stream()).containsExactly(0, 1);
        assertThat(constants.around(at(Op.FORLOOP, 0)).stream()).containsExactly(0, 1);
    }

    @Test
    void anInnerLoopLeavesMoreThanTheOneAroundIt() {
        LoopConstants constants =
                of("function(t, n) for i = 1, n do local r = t[i] for j = 1, n do r[j] = i end end end");
        // 0 t, 1 n, 2 to 4 and 5 i, 6 r, 7 to 9 and 10 j.
        assertThat(constants.around(at(Op.GETTABLE, 0)).stream()).containsExactly(0, 1);
        assertThat(constants.around(at(Op.SETTABLE, 0)).stream()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(constants.around(at(Op.FORLOOP, 1)).stream()).containsExactly(0, 1);
    }

    @Test
    void aCallLeavesOnlyWhatIsBelowIt() {
        LoopConstants constants = of("function(f, x) while x do local a = f(x) end end");
        assertThat(constants.around(at(Op.CALL, 0)).stream()).containsExactly(0, 1);
    }

    @Test
    void anIteratorChangesItsControlVariableAndWhatItGives() {
        LoopConstants constants = of("function(t, u) for k, v in next, t do u[k] = v end end");
        // 0 t, 1 u, 2 next, 3 t, 4 the control variable, 5 to be closed, 6 k, 7 v.
        assertThat(constants.around(at(Op.TFORCALL, 0)).stream()).containsExactly(0, 1, 2, 3, 5);
    }
}
