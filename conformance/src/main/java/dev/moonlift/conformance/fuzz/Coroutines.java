package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Writes coroutines: they yield anywhere, and are resumed a bounded number of times. */
final class Coroutines {
    private static final int MAX_RESUMES = 8;

    private final Statements statements;
    private final Chance chance;
    private final Scope scope;
    private final Expressions expressions;

    Coroutines(Statements statements) {
        this.statements = statements;
        this.chance = statements.chance;
        this.scope = statements.scope;
        this.expressions = statements.expressions;
    }

    /** A coroutine, run to its end or not. */
    Piece use() {
        return scope.isOften() ? hotGenerator() : chance.oneIn(3) ? hotGenerator() : resumed();
    }

    private Piece body(String parameter) {
        return scope.coroutine(() -> {
            scope.declare(parameter, Kind.NUMBER, false);
            List<Piece> body = new ArrayList<>(statements.openBlock(1, 4));
            body.add(Piece.statement(
                    "for i = 1, $ do\n  " + parameter + " = (coroutine.yield($, i) or 1)\n$end",
                    Piece.count(chance.between(1, 20)),
                    scope.inner(MAX_RESUMES, () -> expressions.of(Kind.NUMBER)),
                    scope.inner(MAX_RESUMES, () -> statements.block(0, 2))));
            body.add(Piece.statement("return $", expressions.of(Kind.NUMBER)));
            return Piece.block(body);
        });
    }

    private Piece resumed() {
        String co = scope.freshName("co");
        Piece argument = scope.inner(MAX_RESUMES, () -> expressions.of(Kind.NUMBER));
        String parameter = scope.freshName("n");
        Piece body = body(parameter);
        String ending = chance.of(
                "show(coroutine.status(" + co + "), coroutine.close(" + co + "))",
                "show(coroutine.status(" + co + "))",
                "show(coroutine.isyieldable(), coroutine.status(" + co + "))");
        return Piece.statement(
                "do\n  local " + co + " = coroutine.create(function(" + parameter + ")\n$  end)\n"
                        + "  for i = 1, $ do show(coroutine.resume(" + co + ", i + $)) end\n  " + ending + "\nend",
                body,
                Piece.count(chance.between(1, MAX_RESUMES)),
                argument);
    }

    private Piece hotGenerator() {
        String next = scope.freshName("co");
        String n = scope.freshName("n");
        String m = scope.freshName("n");
        int count = Math.min(scope.maxIterations(), chance.of(List.of(5, 100, 400)));
        Piece start = expressions.of(Kind.NUMBER);
        Piece yielded = scope.inner(count, () -> {
            scope.declare(m, Kind.NUMBER, false);
            return expressions.of(Kind.NUMBER);
        });
        scope.spend(2.0 * count);
        scope.declare(n, Kind.NUMBER, false);
        return Piece.statement(
                "local " + n + " = $\ndo\n  local " + next + " = coroutine.wrap(function(" + m
                        + ")\n    while true do\n      "
                        + m + " = (coroutine.yield($) or 0)\n    end\n  end)\n  for i = 1, $ do " + n + " = " + next
                        + "("
                        + n + ") or 0 end\nend",
                start,
                yielded,
                Piece.count(count));
    }
}
