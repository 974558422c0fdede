package dev.moonlift.runtime.jit;

import static dev.moonlift.runtime.jit.Kind.ANY;
import static dev.moonlift.runtime.jit.Kind.BOOLEAN;
import static dev.moonlift.runtime.jit.Kind.FLOAT;
import static dev.moonlift.runtime.jit.Kind.INTEGER;
import static dev.moonlift.runtime.jit.Kind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.frontend.bytecode.Op;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which kinds the registers have at the beginnings of blocks. */
class KindFlowTest {
    private FunctionCode function;
    private Profile profile;

    private void read(String text) {
        function = PausedGuest.function("pause(" + text + ")");
        profile = new Profile(function);
    }

    private KindFlow flow(Kind... parameters) {
        Kind[] kinds = Arrays.copyOf(parameters, function.registers());
        Arrays.fill(kinds, parameters.length, kinds.length, ANY);
        return new KindFlow(Units.of(function, profile), 0, kinds);
    }

    private int at(int op) {
        return Units.find(function, op, 0);
    }

    /** The beginning of the first loop of numbers. */
    private int body() {
        return at(Op.FORPREP) + 1;
    }

    /** The version of a block for a register of another kind than in the block's first version. */
    private static KindFlow.Version version(KindFlow flow, int leader, int register, Kind kind) {
        Kind[] kinds = flow.first(leader);
        kinds[register] = kind;
        return flow.version(leader, kinds);
    }

    @Test
    void aSumOfIntegersStaysOne() {
        read("function(n) local s = 0 for i = 1, n do s = s + i end return s end");
        KindFlow flow = flow(INTEGER);
        assertThat(flow.entry().kinds()).startsWith(INTEGER, ANY);
        // n is dead in the loop; s, the loop's state, and i.
        assertThat(flow.first(body())).containsExactly(ANY, INTEGER, INTEGER, INTEGER, INTEGER, INTEGER);
        assertThat(flow.first(at(Op.RETURN1))).containsExactly(ANY, INTEGER, ANY, ANY, ANY, ANY);
        assertThat(flow.returned()).isEqualTo(INTEGER);
    }

    @Test
    void theKindOfALimitDoesNotMatter() {
        read("function(n) local s = 0 for i = 1, n do s = s + i end return s end");
        assertThat(flow(ANY).first(body())).endsWith(INTEGER, INTEGER, INTEGER, INTEGER);
    }

    @Test
    void aLoopOfFloatsNeedsAllThreeToBeNumbers() {
        read("function(n) for i = 0.5, n do local x = i end end");
        assertThat(flow(INTEGER).first(body())).endsWith(FLOAT, FLOAT, FLOAT, FLOAT, ANY);
        assertThat(flow(ANY).first(body())).containsOnly(ANY);
    }

    @Test
    void aSumThatBeginsWith0AndBecomesAFloatHasTwoVersions() {
        read("function(x, n) local s = 0 for i = 1, n do s = s + x end return s end");
        KindFlow flow = flow(FLOAT, INTEGER);
        int sum = 2;
        KindFlow.Version first = version(flow, body(), sum, INTEGER);
        KindFlow.Version later = version(flow, body(), sum, FLOAT);
        assertThat(first.leader()).isEqualTo(later.leader()).isEqualTo(body());
        assertThat(first.kinds()[sum]).isEqualTo(INTEGER);
        assertThat(later.kinds()[sum]).isEqualTo(FLOAT);
        assertThat(flow.returned()).isEqualTo(ANY);
        assertThatThrownBy(() -> version(flow, body(), sum, TABLE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whereAllAgreeThereIsOneVersion() {
        read("function(x, n) local s = 0.0 for i = 1, n do s = s + x end return s end");
        KindFlow flow = flow(FLOAT, INTEGER);
        assertThat(flow.returned()).isEqualTo(FLOAT);
        assertThatThrownBy(() -> version(flow, body(), 2, INTEGER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatComesInAFourthKindIsJoinedWithTheThird() {
        read("""
                function(n)
                  local a, b, c, d = 0, 0, 0, 0
                  for i = 1, n do a, b, c, d = b, c, d, 0.5 end
                  return a + b + c + d
                end""");
        KindFlow flow = flow(INTEGER);
        List<Kind[]> arriving = List.of(
                new Kind[] {INTEGER, INTEGER, INTEGER},
                new Kind[] {INTEGER, INTEGER, FLOAT},
                new Kind[] {INTEGER, FLOAT, FLOAT},
                new Kind[] {FLOAT, FLOAT, FLOAT});
        List<KindFlow.Version> versions = arriving.stream()
                .map(kinds -> {
                    Kind[] all = flow.first(body());
                    System.arraycopy(kinds, 0, all, 2, kinds.length);
                    return flow.version(body(), all);
                })
                .toList();
        assertThat(versions.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(versions.get(3)).isSameAs(versions.get(2));
        assertThat(versions.get(3).kinds()).startsWith(ANY, ANY, ANY, FLOAT, FLOAT);
    }

    @Test
    void ofWaysThatDifferInMoreThanNumbersNothingIsKnown() {
        read("function(a) local x if a then x = 1 else x = {} end return x end");
        KindFlow flow = flow(BOOLEAN);
        assertThat(flow.first(at(Op.RETURN1))).containsOnly(ANY);
        assertThat(flow.first(0)[0]).isEqualTo(BOOLEAN);
        assertThat(flow.returned()).isEqualTo(ANY);
    }

    @Test
    void capturedVariablesAreInTheirSlots() {
        read("""
                function(n)
                  local s = 0
                  for i = 1, n do s = s + i end
                  return function() return s end
                end""");
        KindFlow flow = flow(INTEGER);
        assertThat(function.captured().get(1)).isTrue();
        assertThat(flow.first(body())).containsExactly(ANY, ANY, INTEGER, INTEGER, INTEGER, INTEGER);
    }

    @Test
    void whatAnInstructionGaveIsExpected() {
        read("function(p) local x = p.x while x do x = x + 1 end end");
        int read = at(Op.GETFIELD);
        assertThat(flow(TABLE).first(read + 1)).containsOnly(ANY);
        profile.sawResult(read, FLOAT);
        assertThat(flow(TABLE).first(read + 1)).containsExactly(ANY, FLOAT);
        profile.refute(read);
        assertThat(flow(TABLE).first(read + 1)).containsOnly(ANY);
    }

    @Test
    void aCallLeavesNothingButItsResult() {
        read("function(f, n) local x = f(n) while n do n = n + x end end");
        int call = at(Op.CALL);
        profile.sawResult(call, INTEGER);
        KindFlow flow = flow(Kind.CLOSURE, INTEGER);
        assertThat(flow.first(call + 1)).containsExactly(ANY, INTEGER, INTEGER, ANY);
        assertThat(flow.returned()).isNull();
    }

    @Test
    void theKindsAtALoopsEndCanBeWhereItBegins() {
        read("function(n) local s = 0 for i = 1, n do s = s + i end return s end");
        Kind[] kinds = new Kind[function.registers()];
        Arrays.fill(kinds, FLOAT);
        KindFlow flow = new KindFlow(Units.of(function, profile), at(Op.FORLOOP), kinds);
        assertThat(flow.entry().leader()).isEqualTo(at(Op.FORLOOP));
        assertThat(flow.isReached(0)).isFalse();
        assertThat(flow.first(0)).isNull();
        assertThat(flow.isReached(body())).isTrue();
        assertThat(flow.returned()).isEqualTo(FLOAT);
    }

    @Test
    void arithmeticGivesWhatTheManualSays() {
        assertThat(KindFlow.Arithmetic.result(Op.ADD, INTEGER, INTEGER)).isEqualTo(INTEGER);
        assertThat(KindFlow.Arithmetic.result(Op.MUL, INTEGER, FLOAT)).isEqualTo(FLOAT);
        assertThat(KindFlow.Arithmetic.result(Op.SUB, INTEGER, ANY)).isEqualTo(ANY);
        assertThat(KindFlow.Arithmetic.result(Op.DIV, INTEGER, INTEGER)).isEqualTo(FLOAT);
        assertThat(KindFlow.Arithmetic.result(Op.POW, INTEGER, INTEGER)).isEqualTo(FLOAT);
        assertThat(KindFlow.Arithmetic.result(Op.IDIV, INTEGER, INTEGER)).isEqualTo(INTEGER);
        assertThat(KindFlow.Arithmetic.result(Op.MOD, FLOAT, INTEGER)).isEqualTo(FLOAT);
        assertThat(KindFlow.Arithmetic.result(Op.MOD, FLOAT, ANY)).isEqualTo(ANY);
        assertThat(KindFlow.Arithmetic.result(Op.BAND, INTEGER, INTEGER)).isEqualTo(INTEGER);
        assertThat(KindFlow.Arithmetic.result(Op.SHL, FLOAT, INTEGER)).isEqualTo(ANY);
    }
}
