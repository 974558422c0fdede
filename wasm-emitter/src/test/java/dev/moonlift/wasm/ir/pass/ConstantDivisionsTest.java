package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.ir.GraphVerifier;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConstantDivisionsTest {
    private static final long[] DIVISORS = {
        2, 3, 5, 6, 7, 8, 9, 10, 16, 64, 100, 641, 1000, 1 << 30, (1 << 30) + 1, Integer.MAX_VALUE
    };

    @Test
    void quotientsAndRemaindersAreThoseOfTheDivision() {
        for (long divisor : DIVISORS) {
            for (String op : List.of("i32.div_s", "i32.rem_s", "i64.div_s", "i64.rem_s")) {
                assertSameResults(op, divisor);
            }
        }
        assertSameResults("i64.div_s", 1L << 62);
        assertSameResults("i64.rem_s", 1L << 62);
    }

    @Test
    void noIntIsDividedByAConstant() {
        for (long divisor : DIVISORS) {
            assertThat(changed("i32.div_s", divisor)).doesNotContain("div_s");
            assertThat(changed("i32.rem_s", divisor)).doesNotContain("rem_s");
        }
        assertThat(changed("i64.div_s", 8)).doesNotContain("div_s");
    }

    @Test
    void otherDivisionsStay() {
        assertThat(changed("i32.div_s", 0)).contains("div_s");
        assertThat(changed("i32.div_s", -1)).contains("div_s");
        assertThat(changed("i32.div_s", Integer.MIN_VALUE)).contains("div_s");
        assertThat(changed("i64.div_s", 10)).contains("div_s");
    }

    private static String changed(String op, long divisor) {
        Graph graph = graph(op, divisor);
        new ConstantDivisions().run(graph);
        return GraphPrinter.print(graph);
    }

    private static void assertSameResults(String op, long divisor) {
        Graph before = graph(op, divisor);
        Graph after = graph(op, divisor);
        assertThat(new ConstantDivisions().run(after)).isEqualTo(!op.startsWith("i64") || Long.bitCount(divisor) == 1);
        GraphVerifier.verify(after);
        Random random = new Random(divisor);
        boolean isInt = op.startsWith("i32");
        for (long corner :
                List.of(0L, isInt ? Integer.MAX_VALUE : Long.MAX_VALUE, isInt ? Integer.MIN_VALUE : Long.MIN_VALUE)) {
            for (int distance = -3; distance <= 3; distance++) {
                assertSame(before, after, isInt ? (int) (corner + distance) : corner + distance);
            }
        }
        for (int i = 0; i < 1000; i++) {
            long value = random.nextLong() >> random.nextInt(Long.SIZE);
            long near = value / divisor * divisor + random.nextInt(3) - 1;
            assertSame(before, after, isInt ? (int) value : value);
            assertSame(before, after, isInt ? (int) near : near);
        }
    }

    private static void assertSame(Graph before, Graph after, long value) {
        assertThat(GraphEvaluator.run(List.of(after), value).end())
                .as("%d", value)
                .isEqualTo(GraphEvaluator.run(List.of(before), value).end());
    }

    private static Graph graph(String op, long divisor) {
        String type = op.substring(0, 3);
        return GraphParser.parse("func $f -> %s { b0(a: %s): d = %s.const %d q = %s a, d return q }"
                .formatted(type, type, type, divisor, op));
    }
}
