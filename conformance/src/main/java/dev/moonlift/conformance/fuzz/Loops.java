package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes loops, of which each has a bound that its body cannot move. */
final class Loops {
    /** Most loops should become hot. */
    private static final int[] USUAL_COUNTS = {3, 10, 60, 120, 300, 700, 2000};

    /** Loops over numbers whose ends are the ends of the numbers, with how often they run at most. */
    private static final String[] EDGES = {
        "math.maxinteger - 9, math.maxinteger",
        "math.mininteger + 9, math.mininteger, -1",
        "math.maxinteger - 20, math.huge, 3",
        "math.mininteger + 15, -math.huge, -5",
        "1, 5, math.maxinteger",
        "-3, math.mininteger, math.mininteger",
        "1, 2.9",
        "10, 0.5, -1",
        "1.0, 3",
        "0, 1, 0.25",
        "1, 0",
        "0x1p53 - 3, 0x1p53 + 3, 2",
        "3, 1.5, -0.5",
        "1, -math.huge"
    };

    private final Statements statements;
    private final Chance chance;
    private final Scope scope;
    private final Expressions expressions;

    Loops(Statements statements) {
        this.statements = statements;
        this.chance = statements.chance;
        this.scope = statements.scope;
        this.expressions = statements.expressions;
    }

    /** A loop of any kind. */
    Piece loop() {
        return switch (chance.below(16)) {
            case 0, 1, 2, 3, 4, 5 -> counting();
            case 6 -> descending();
            case 7 -> overEdges();
            case 8, 9 -> whileLoop();
            case 10 -> repeatLoop();
            case 11 -> gotoLoop();
            case 12 -> overList();
            case 13 -> overText();
            case 14 -> overKeys();
            default -> overIterator();
        };
    }

    private int iterations() {
        int usual = USUAL_COUNTS[chance.below(USUAL_COUNTS.length)];
        return Math.min(usual, scope.maxIterations());
    }

    /** A body that is run so often, in which names are known. Ends with a label to jump to. */
    private Piece body(double times, String counter, Supplier<List<Variable>> names) {
        String label = scope.freshName("continue");
        return scope.loop(times, label, counter, () -> {
            names.get();
            List<Piece> body = new ArrayList<>();
            body.add(Piece.statement("do\n$end", statements.block(1, 5)));
            if (chance.oneIn(3) && !scope.isOften()) {
                body.add(statements.showing());
            }
            body.add(Piece.statement("::" + label + "::"));
            return Piece.block(body);
        });
    }

    private Piece counting() {
        String i = scope.freshName("i");
        int count = iterations();
        Piece body = body(count, i, () -> List.of(scope.declare(i, Kind.INTEGER, !chance.oneIn(6))));
        return switch (chance.below(5)) {
            case 0 -> Piece.statement("for " + i + " = 0, 2 * $, 2 do\n$end", Piece.count(count), body);
            case 1 -> Piece.statement("for " + i + " = 1, $ + 0.5 do\n$end", Piece.count(count), body);
            default -> Piece.statement("for " + i + " = 1, $ do\n$end", Piece.count(count), body);
        };
    }

    private Piece descending() {
        int count = iterations();
        if (chance.oneIn(2)) {
            String i = scope.freshName("i");
            Piece body = body(count, i, () -> List.of(scope.declare(i, Kind.INTEGER, true)));
            return Piece.statement("for " + i + " = $, 1, -1 do\n$end", Piece.count(count), body);
        }
        String n = scope.freshName("n");
        Piece body = body(count, n, () -> List.of(scope.declare(n, Kind.NUMBER, true)));
        return Piece.statement("for " + n + " = $, 0.5, -0.5 * 2 do\n$end", Piece.count(count), body);
    }

    private Piece overEdges() {
        String n = scope.freshName("n");
        if (scope.maxIterations() < 10) {
            return counting();
        }
        Piece body = body(10, n, () -> List.of(scope.declare(n, Kind.NUMBER, true)));
        return Piece.statement("for " + n + " = " + chance.of(EDGES) + " do\n$end", body);
    }

    private Piece whileLoop() {
        String i = scope.freshName("i");
        int count = iterations();
        Piece condition = chance.oneIn(2) ? Expressions.name("true") : expressions.of(Kind.TRUTH);
        Piece body = body(count, i, () -> List.of(scope.declare(i, Kind.INTEGER, true)));
        return Piece.statement(
                "local " + i + " = 0\nwhile " + i + " < $ and $ do\n" + "  " + i + " = " + i + " + 1\n$end",
                Piece.count(count),
                condition,
                body);
    }

    /** Its condition sees a local of its body, so that no jump may pass that: the body has no label. */
    private Piece repeatLoop() {
        String i = scope.freshName("i");
        int count = iterations();
        return scope.loop(count, null, i, () -> {
            scope.declare(i, Kind.INTEGER, true);
            List<Piece> body = statements.openBlock(1, 4);
            return Piece.statement(
                    "local " + i + " = 0\nrepeat\n  " + i + " = " + i + " + 1\n$until " + i + " >= $ or $",
                    Piece.block(body),
                    Piece.count(count),
                    chance.oneIn(2) ? Expressions.name("false") : expressions.of(Kind.TRUTH));
        });
    }

    private Piece gotoLoop() {
        String i = scope.freshName("i");
        String label = scope.freshName("again");
        int count = iterations();
        Piece body = scope.loop(count, null, i, () -> {
            scope.declare(i, Kind.INTEGER, true);
            return statements.block(1, 4);
        });
        return Piece.statement(
                "do\n  local " + i + " = 0\n  ::" + label + "::\n  " + i + " = " + i + " + 1\n  do\n$  end\n  if " + i
                        + " < $ then goto " + label + " end\nend",
                body,
                Piece.count(count));
    }

    private Piece overList() {
        Optional<Variable> list = scope.readable(Kind.LIST);
        if (list.isEmpty() || scope.maxIterations() < 20) {
            return counting();
        }
        String i = scope.freshName("i");
        String n = scope.freshName("n");
        Piece body =
                body(20, i, () -> List.of(scope.declare(i, Kind.INTEGER, true), scope.declare(n, Kind.NUMBER, false)));
        String name = list.get().name();
        return chance.oneIn(2)
                ? Piece.statement(
                        "for " + i + ", " + n + " in ipairs(" + name + ") do\n  if " + i + " > 20 then break end\n$end",
                        body)
                : Piece.statement(
                        "for " + i + " = 1, math.min(#" + name + ", 20) do\n  local " + n + " = " + name + "[" + i
                                + "] or 0\n$end",
                        body);
    }

    private Piece overText() {
        Optional<Variable> text = scope.readable(Kind.TEXT);
        if (text.isEmpty() || scope.maxIterations() < 20) {
            return whileLoop();
        }
        String i = scope.freshName("i");
        String byteName = scope.freshName("i");
        Piece body = body(
                20,
                i,
                () -> List.of(scope.declare(i, Kind.INTEGER, true), scope.declare(byteName, Kind.INTEGER, false)));
        String name = text.get().name();
        return Piece.statement(
                "for " + i + " = 1, #" + name + " do\n  local " + byteName + " = " + name + ":byte(" + i
                        + ") or 0\n$end",
                body);
    }

    /** Over the keys of a table, in an order that depends on nothing but them. */
    private Piece overKeys() {
        Optional<Variable> table = scope.readable(Kind.TABLE);
        if (table.isEmpty() || scope.maxIterations() < 11) {
            return counting();
        }
        String i = scope.freshName("i");
        String key = scope.freshName("k");
        String x = scope.freshName("x");
        Piece body =
                body(11, i, () -> List.of(scope.declare(i, Kind.INTEGER, true), scope.declare(x, Kind.ANY, false)));
        String name = table.get().name();
        return Piece.statement(
                "for " + i + ", " + key + " in ipairs(keys(" + name + ")) do\n  local " + x + " = " + name + "[" + key
                        + "]\n$end",
                body);
    }

    private Piece overIterator() {
        String i = scope.freshName("i");
        String n = scope.freshName("n");
        int count = iterations();
        Piece value = scope.inner(count, () -> {
            scope.declare(i, Kind.INTEGER, true);
            return expressions.of(Kind.NUMBER);
        });
        Piece body = body(
                count, i, () -> List.of(scope.declare(i, Kind.INTEGER, true), scope.declare(n, Kind.NUMBER, false)));
        String head = "for " + i + ", " + n + " in ";
        return switch (chance.below(3)) {
            case 0 ->
                Piece.statement(
                        head + "function(limit, " + i + ") if " + i + " < limit then return " + i
                                + " + 1, $ end end, $, 0 do\n$end",
                        value,
                        Piece.count(count),
                        body);
            case 1 ->
                Piece.statement(
                        head + "coroutine.wrap(function() for " + i + " = 1, $ do coroutine.yield(" + i
                                + ", $) end end) do\n$end",
                        Piece.count(count),
                        value,
                        body);
            // That it is closed after a break as well, Lua 5.4.4 does not get right.
            default ->
                Piece.statement(
                        head + "range($)" + (statements.isPortable ? "" : ", nil, nil, closing(\"range\")")
                                + " do\n$end",
                        Piece.count(Math.min(count, 50)),
                        body);
        };
    }
}
