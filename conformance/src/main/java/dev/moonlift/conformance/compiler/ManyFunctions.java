package dev.moonlift.conformance.compiler;

import dev.moonlift.conformance.bench.BenchProgram;
import java.nio.charset.StandardCharsets;

/** A program of many functions that are all hot, and all different. */
final class ManyFunctions {
    private static final int FUNCTIONS = 200;
    private static final int ROUNDS = 400_000;

    private ManyFunctions() {}

    static BenchProgram program() {
        StringBuilder text = new StringBuilder("local total = 0\n");
        for (int n = 1; n <= FUNCTIONS; n++) {
            text.append("do local function f(k, t)\n")
                    .append("  for i = 1, k do t.sum = (t.sum * ")
                    .append(n)
                    .append(" + i) % 65537 if t.sum % 3 == 0 then t[i % 8 + 1] = t.sum end end\n")
                    .append("  return t.sum\nend\n")
                    .append("total = total + f(")
                    .append(ROUNDS)
                    .append(", { 0, 0, 0, 0, 0, 0, 0, 0, sum = 1 }) end\n");
        }
        return new BenchProgram("functions", (text + "return total\n").getBytes(StandardCharsets.UTF_8));
    }
}
