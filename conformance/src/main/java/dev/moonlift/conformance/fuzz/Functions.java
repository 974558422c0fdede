package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes functions, and what is done with them. */
final class Functions {
    private static final List<Kind> PARAMETERS =
            List.of(Kind.NUMBER, Kind.NUMBER, Kind.NUMBER, Kind.INTEGER, Kind.TEXT, Kind.ANY);

    private final Statements statements;
    private final Chance chance;
    private final Scope scope;
    private final Expressions expressions;

    Functions(Statements statements) {
        this.statements = statements;
        this.chance = statements.chance;
        this.scope = statements.scope;
        this.expressions = statements.expressions;
    }

    /** A function that code below can call. */
    Piece definition() {
        return switch (chance.below(8)) {
            case 0, 1, 2 -> plain();
            case 3 -> small();
            case 4 -> vararg();
            case 5, 6 -> recursive();
            default -> mutual();
        };
    }

    /** Uses of functions that are not called by name. */
    Piece use() {
        return switch (chance.below(6)) {
            case 0 -> closuresOfLoop();
            case 1 -> sharedUpvalue();
            case 2 -> unpacking();
            case 3 -> closing();
            case 4 -> either();
            default -> immediate();
        };
    }

    private int limit() {
        return chance.of(List.of(1, 1, 8, 100));
    }

    private Piece plain() {
        boolean isGlobal = chance.oneIn(4);
        String name = scope.freshName(isGlobal ? "G" : "f");
        List<Kind> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = chance.below(4); i > 0; i--) {
            Kind kind = chance.of(PARAMETERS);
            kinds.add(kind);
            names.add(scope.freshName(kind.prefix));
        }
        int results = chance.oneIn(4) ? 2 : 1;
        List<Piece> body = new ArrayList<>();
        double cost = scope.function(limit(), false, () -> {
            for (int i = 0; i < kinds.size(); i++) {
                scope.declare(names.get(i), kinds.get(i), false);
            }
            body.addAll(statements.openBlock(0, 4));
            body.add(result(results));
        });
        scope.declare(new Callee(name, kinds, results, 0, cost + 1));
        String head = (isGlobal ? "function " : "local function ") + name + "(" + String.join(", ", names) + ")\n";
        return Piece.statement(head + "$end", Piece.block(body));
    }

    private Piece result(int results) {
        if (results > 1) {
            return Piece.statement("return $, $", expressions.of(Kind.NUMBER), expressions.of(Kind.NUMBER));
        }
        Optional<Callee> callee = scope.callee(any -> true);
        return callee.isPresent() && chance.oneIn(4)
                ? Piece.statement("return $", expressions.callOf(callee.get()))
                : Piece.statement("return $", expressions.of(Kind.NUMBER));
    }

    /** One that is small enough to be compiled into its callers. */
    private Piece small() {
        String name = scope.freshName("f");
        String n = scope.freshName("n");
        String m = scope.freshName("n");
        Piece[] result = new Piece[1];
        double cost = scope.function(1, false, () -> {
            scope.declare(n, Kind.NUMBER, false);
            scope.declare(m, Kind.NUMBER, false);
            result[0] = expressions.of(Kind.NUMBER);
        });
        scope.declare(new Callee(name, List.of(Kind.NUMBER, Kind.NUMBER), 1, 0, cost + 1));
        return Piece.statement("local function " + name + "(" + n + ", " + m + ") return $ end", result[0]);
    }

    private Piece vararg() {
        String name = scope.freshName("f");
        String n = scope.freshName("n");
        String m = scope.freshName("n");
        List<Piece> body = new ArrayList<>();
        double cost = scope.function(limit(), true, () -> {
            scope.declare(n, Kind.NUMBER, false);
            scope.declare(m, Kind.NUMBER, false);
            body.addAll(statements.openBlock(1, 3));
            body.add(chance.oneIn(3) ? Piece.statement("return $, ...", expressions.of(Kind.NUMBER)) : result(1));
        });
        List<Kind> kinds = List.of(Kind.NUMBER, Kind.NUMBER, Kind.INTEGER).subList(0, chance.between(0, 3));
        scope.declare(new Callee(name, kinds, 2, 0, cost + 2));
        String head = chance.oneIn(2)
                ? "(" + n + ", ...)\n  local " + m + " = ...\n"
                : "(...)\n  local " + n + ", " + m + " = ...\n";
        return Piece.statement("local function " + name + head + "$end", Piece.block(body));
    }

    private Piece recursive() {
        String name = scope.freshName("f");
        String i = scope.freshName("i");
        String n = scope.freshName("n");
        List<Piece> body = new ArrayList<>();
        Piece[] ends = new Piece[2];
        double cost = scope.function(1, false, () -> {
            scope.declare(i, Kind.INTEGER, true);
            scope.declare(n, Kind.NUMBER, false);
            ends[0] = expressions.of(Kind.NUMBER);
            body.addAll(statements.openBlock(0, 2));
            ends[1] = expressions.of(Kind.NUMBER);
        });
        String again = name + "(" + i + " - 1, $)";
        boolean isDouble = chance.oneIn(3);
        String step = isDouble
                ? "$ + " + name + "(" + i + " - 1, " + n + ") - " + name + "(" + i + " - 2, 1)"
                : chance.of(again, "1 + " + again, n + " - " + again, "(" + again + ")");
        int depth = isDouble ? 8 : chance.of(List.of(8, 40));
        double calls = isDouble ? 60 : depth;
        scope.declare(new Callee(name, List.of(Kind.INTEGER, Kind.NUMBER), 1, depth, (cost + 1) * calls));
        return Piece.statement(
                "local function " + name + "(" + i + ", " + n + ")\n  if " + i + " <= 0 then return $ end\n$  return "
                        + step + "\nend",
                ends[0],
                Piece.block(body),
                ends[1]);
    }

    private Piece mutual() {
        String even = scope.freshName("f");
        String odd = scope.freshName("f");
        String n = scope.freshName("n");
        Piece[] ends = new Piece[2];
        double cost = scope.function(1, false, () -> {
            scope.declare(n, Kind.NUMBER, false);
            ends[0] = expressions.of(Kind.NUMBER);
            ends[1] = expressions.of(Kind.NUMBER);
        });
        scope.declare(new Callee(even, List.of(Kind.INTEGER, Kind.NUMBER), 1, 50, (cost + 1) * 50));
        String head = "(i, " + n + ")\n  if i <= 0 then return ";
        return Piece.statement(
                "local " + odd + "\nlocal function " + even + head + "$ end\n  return " + odd + "(i - 1, " + n
                        + ")\nend\n" + "function " + odd + head + n + " end\n  return " + even + "(i - 1, $)\nend",
                ends[0],
                ends[1]);
    }

    private Piece closuresOfLoop() {
        String i = scope.freshName("i");
        String d = scope.freshName("n");
        String u = scope.freshName("n");
        int count = Math.min(scope.maxIterations(), chance.of(List.of(3, 8, 40)));
        Piece start = expressions.of(Kind.NUMBER);
        Piece[] inner = new Piece[2];
        scope.inner(2.0 * count, () -> {
            scope.declare(i, Kind.INTEGER, true);
            scope.declare(u, Kind.NUMBER, false);
            scope.declare(d, Kind.NUMBER, false);
            inner[0] = statements.block(0, 2);
            inner[1] = expressions.of(Kind.NUMBER);

            return inner;
        });
        Piece argument = scope.inner(2.0 * count, () -> expressions.of(Kind.NUMBER));
        return Piece.statement(
                "do\n  local all = {}\n  for " + i + " = 1, $ do\n    local " + u + " = $\n    all[" + i
                        + "] = function(" + d
                        + ")\n$      " + u + " = " + u + " + $\n      return " + u
                        + ", " + i + "\n    end\n  end\n  for round = 1, 2 do\n    for k = 1, #all do\n"
                        + "      local first, second = all[k]($)\n      if k < 4 then show(first, second) end\n"
                        + "    end\n"
                        + "  end\nend",
                Piece.count(count),
                start,
                inner[0],
                inner[1],
                argument);
    }

    private Piece sharedUpvalue() {
        String shared = scope.freshName("n");
        String i = scope.freshName("i");
        Piece start = expressions.of(Kind.NUMBER);
        int count = Math.min(scope.maxIterations(), 150);
        Piece[] inner = new Piece[2];
        scope.inner(count, () -> {
            scope.declare(shared, Kind.NUMBER, false);
            scope.declare(i, Kind.INTEGER, true);
            inner[0] = expressions.of(Kind.NUMBER);
            inner[1] = expressions.of(Kind.NUMBER);

            return inner;
        });
        scope.spend(3.0 * count);
        scope.declare(shared, Kind.NUMBER, false);
        return Piece.statement(
                "local " + shared + " = $\ndo\n  local function put(" + i + ") " + shared + " = $ end\n"
                        + "  local function get(" + i + ") return $ end\n  for " + i + " = 1, $ do\n    put(" + i
                        + ")\n    " + shared + " = get(" + i + ")\n  end\nend",
                start,
                inner[0],
                inner[1],
                Piece.count(count));
    }

    private Piece unpacking() {
        Optional<Callee> callee = scope.callee(any -> any.depth() == 0);
        Piece a = expressions.of(Kind.NUMBER);
        Piece b = expressions.of(Kind.ANY);
        String shown = scope.isOften() ? "local _ = " : "show";
        if (callee.isEmpty() || chance.oneIn(2)) {
            return Piece.statement(
                    shown + "(select(\"#\", table.unpack({$, 2, $}, 1, $ & 3)))", a, b, expressions.of(Kind.INTEGER));
        }
        scope.spend(callee.get().cost());
        return Piece.statement(
                shown + "(" + callee.get().name() + "(table.unpack({$, $}, 1, 2)))", a, expressions.of(Kind.NUMBER));
    }

    /** A block that is left in some way while a variable waits to be closed. */
    private Piece closing() {
        if (scope.isOften()) {
            return sharedUpvalue();
        }
        String name = scope.freshName("c");
        return scope.protect(() -> {
            List<Piece> body = statements.openBlock(1, 3);
            Piece result = expressions.of(Kind.NUMBER);
            return Piece.statement(
                    "show(pcall(function()\n  local " + name + " <close> = closing(\"" + name + "\")\n$  "
                            + chance.of("return $", "error({code = $})", "error($)", "do return $, 1 end") + "\nend))",
                    Piece.block(body),
                    result);
        });
    }

    /** A variable that holds one of two functions. */
    private Piece either() {
        Optional<Callee> one = scope.callee(any -> any.depth() == 0);
        Optional<Callee> other = scope.callee(any -> any.depth() == 0);
        if (one.isEmpty() || one.get().equals(other.get())) {
            return plain();
        }
        String chosen = scope.freshName("h");
        Piece condition = statements.seldom();
        List<Kind> kinds = one.get().parameters();
        double cost = Math.max(one.get().cost(), other.get().cost());
        scope.declare(new Callee(chosen, kinds, 1, 0, cost));
        return Piece.statement(
                "local " + chosen + " = " + one.get().name() + "\nif $ then " + chosen + " = "
                        + other.get().name() + " end",
                condition);
    }

    private Piece immediate() {
        String n = scope.freshName("n");
        Piece argument = expressions.of(Kind.NUMBER);
        Piece result = scope.inner(1, () -> {
            scope.declare(n, Kind.NUMBER, false);
            return expressions.of(Kind.NUMBER);
        });
        String variable = scope.declare(Kind.NUMBER).name();
        return Piece.statement("local " + variable + " = (function(" + n + ") return $ end)($)", result, argument);
    }
}
