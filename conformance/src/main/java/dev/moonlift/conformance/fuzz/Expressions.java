package dev.moonlift.conformance.fuzz;

import dev.moonlift.conformance.fuzz.Piece.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes expressions of a kind. They rarely fail, unless a variable holds what it usually does not.
 *
 * <p>Numbers become strings only if they are not NaN, whose sign is shown by some implementations and not by others.
 */
final class Expressions {
    private static final int USUAL_DEPTH = 3;
    private static final String[] INTEGERS = {
        "0",
        "1",
        "2",
        "3",
        "7",
        "10",
        "-1",
        "-3",
        "100",
        "255",
        "0xffff",
        "1000003",
        "0x7fffffff",
        "-0x80000000",
        "0x100000000",
        "1 << 53",
        "math.maxinteger",
        "math.mininteger"
    };
    private static final String[] FLOATS = {
        "0.0",
        "-0.0",
        "0.5",
        "1.5",
        "-2.25",
        "3.0",
        "1e3",
        "0.1",
        "1e15",
        "0x1p53",
        "1e100",
        "-1e308",
        "0x1p63",
        "-0x1p63",
        "5e-324",
        "math.huge",
        "-math.huge",
        "math.pi"
    };
    private static final String[] NUMERALS = {"\"10\"", "\"3.5\"", "\" 7 \"", "\"0x1F\"", "\"-2\"", "\"1e2\""};
    private static final String[] TEXTS = {
        "\"\"", "\"a\"", "\"hello\"", "\"x y\"", "\"10\"", "\"abc\"", "\"\\0z\"", "\"\\xff\"", "\"Z\""
    };

    private final Chance chance;
    private final Scope scope;
    private final boolean isPortable;

    /** @param isPortable whether what Lua leaves open is avoided */
    Expressions(Chance chance, Scope scope, boolean isPortable) {
        this.chance = chance;
        this.scope = scope;
        this.isPortable = isPortable;
    }

    static Piece name(String name) {
        return Piece.expression(name);
    }

    Piece of(Kind kind) {
        return of(kind, chance.between(0, USUAL_DEPTH));
    }

    private Piece of(Kind kind, int depth) {
        return switch (kind) {
            case INTEGER -> integer(depth);
            case NUMBER -> number(depth);
            case TEXT -> text(depth);
            case TRUTH -> truth(depth);
            case LIST -> list(depth);
            case TABLE -> variable(Kind.TABLE, this::table);
            case OBJECT -> object(depth);
            case ANY -> any(depth);
        };
    }

    private Piece variable(Kind kind, Supplier<Piece> other) {
        Optional<Variable> variable = scope.readable(kind);
        return variable.isPresent() ? name(variable.get().name()) : other.get();
    }

    private Piece or(Optional<Piece> piece, Function<Integer, Piece> other, int depth) {
        return piece.isPresent() ? piece.get() : other.apply(depth - 1);
    }

    private Optional<Piece> using(Kind kind, Function<String, Piece> use) {
        return scope.readable(kind).map(variable -> use.apply(variable.name()));
    }

    /** An integer, whatever happens. */
    private Piece integer(int depth) {
        if (depth <= 0) {
            return chance.oneIn(3) ? name(integerLiteral()) : variable(Kind.INTEGER, () -> name(integerLiteral()));
        }
        int below = depth - 1;
        return switch (chance.below(12)) {
            case 0, 1, 2 -> Piece.expression("($ " + chance.of("+", "-", "*") + " $)", integer(below), integer(below));
            case 3, 4 ->
                Piece.expression("($ " + chance.of("&", "|", "~", "<<", ">>") + " $)", integer(below), integer(below));
            case 5 ->
                Piece.expression(
                        "($ " + chance.of("//", "%") + " " + chance.of("3", "-7", "16", "2", "-1") + ")",
                        integer(below));
            case 6 -> Piece.expression(chance.of("(- $)", "(~ $)"), integer(below));
            case 7 -> Piece.expression("(math.tointeger($) or 5)", number(below));
            case 8 -> or(using(Kind.LIST, list -> name("#" + list)), this::integer, depth);
            case 9 -> or(using(Kind.TEXT, text -> name("#" + text)), this::integer, depth);
            case 10 ->
                or(
                        using(Kind.TEXT, text -> Piece.expression("(" + text + ":byte($) or 0)", integer(0))),
                        this::integer,
                        depth);
            default -> scope.isVararg() ? name("select(\"#\", ...)") : integer(0);
        };
    }

    private String integerLiteral() {
        String literal = chance.oneIn(3) ? chance.of(INTEGERS) : Integer.toString(chance.between(-4, 20));
        return literal.contains(" ") || literal.startsWith("-") ? "(" + literal + ")" : literal;
    }

    private Piece number(int depth) {
        if (depth <= 0) {
            return chance.oneIn(4) ? numberLiteral() : variable(Kind.NUMBER, () -> integer(0));
        }
        int below = depth - 1;
        return switch (chance.below(24)) {
            case 0, 1, 2, 3, 4, 5 ->
                Piece.expression(
                        "($ " + chance.of("+", "-", "*", "+", "-", "*", "/") + " $)", number(below), number(below));
            case 6 ->
                Piece.expression(
                        "($ " + chance.of("//", "%") + " "
                                + chance.of("3", "-7", "2.5", "-0.5", "1e10", "math.huge", "-1", "0.0") + ")",
                        number(below));
            case 7 ->
                Piece.expression(
                        "($ " + chance.of("//", "%", "/") + " (" + chance.of("$", "$ | 1", "$ & 3 | 4") + "))",
                        number(below),
                        integer(below));
            case 8 -> Piece.expression(chance.of("(- $)", "(- $)", "($ ^ 2)"), number(below));
            case 9, 10 -> integer(depth);
            case 11 -> Piece.expression("math." + chance.of("floor", "ceil", "abs", "sqrt") + "($)", number(below));
            case 12 -> Piece.expression("math." + chance.of("max", "min") + "($, $)", number(below), number(below));
            case 13 -> Piece.expression("math." + chance.of("fmod($, 3.5)", "fmod($, -2.0)", "abs($)"), number(below));
            case 14 -> element(depth);
            case 15 ->
                Piece.expression("(" + chance.of(NUMERALS) + " " + chance.of("+", "-", "*") + " $)", number(below));
            case 16 -> Piece.expression("(tonumber($) or 1)", text(below));
            case 17, 18, 19 -> call(depth);
            case 20 -> Piece.expression("($ and $ or $)", truth(below), number(below), number(below));
            case 21 -> ofObject(depth);
            case 22 ->
                scope.isCoroutine() && chance.oneIn(2)
                        ? Piece.expression("(coroutine.yield($) or 1)", number(below))
                        : number(below);
            default ->
                scope.isVararg() ? Piece.expression("((select($ % 3 + 1, ...)) or 2)", integer(0)) : number(below);
        };
    }

    private Piece numberLiteral() {
        String literal = chance.oneIn(2) ? chance.of(FLOATS) : integerLiteral();
        return name(literal.startsWith("-") ? "(" + literal + ")" : literal);
    }

    private Piece element(int depth) {
        Optional<Piece> element = using(
                Kind.LIST,
                list -> chance.oneIn(2)
                        ? Piece.expression("(" + list + "[$] or 0)", integer(depth - 1))
                        : name("(" + list + "[#" + list + "] or 1)"));
        return or(element, this::number, depth);
    }

    private Piece ofObject(int depth) {
        int below = depth - 1;
        Optional<Piece> piece = using(Kind.OBJECT, object -> switch (chance.below(6)) {
            case 0 -> name(object + ".v");
            case 1 -> Piece.expression(object + ":get($)", number(below));
            case 2 -> Piece.expression("(" + object + " - $)", number(below));
            case 3 -> Piece.expression(object + "($)", number(below));
            case 4 -> Piece.expression("($ * " + object + ")", number(below));
            default -> name("#" + object);
        });
        return or(piece, this::number, depth);
    }

    /** A call whose first result is used. */
    Piece call(int depth) {
        Optional<Callee> callee = scope.callee(any -> true);
        return or(callee.map(this::callOf), this::number, depth);
    }

    /** A call with the arguments that a function wants, mostly. */
    Piece callOf(Callee callee) {
        scope.spend(callee.cost());
        List<Piece> arguments = new ArrayList<>();
        for (int i = 0; i < callee.parameters().size(); i++) {
            arguments.add(of(callee.parameters().get(i), chance.below(2)));
        }
        if (chance.oneIn(25)) {
            arguments.add(number(0));
        }
        String holes = holes(arguments.size());
        if (callee.depth() > 0) {
            holes = "$ % " + callee.depth() + chance.of("", "", " + 0.5") + holes.substring(1);
        }
        return new Piece(Sort.EXPRESSION, callee.name() + "(" + holes + ")", arguments);
    }

    private static String holes(int count) {
        return String.join(", ", Collections.nCopies(count, "$"));
    }

    private Piece text(int depth) {
        if (depth <= 0) {
            return chance.oneIn(3) ? name(chance.of(TEXTS)) : variable(Kind.TEXT, () -> name(chance.of(TEXTS)));
        }
        int below = depth - 1;
        return switch (chance.below(12)) {
            case 0, 1 -> Piece.expression("($ .. $)", text(below), text(below));
            case 2 -> Piece.expression("($ .. $)", text(below), integer(below));
            case 3 -> Piece.expression("($ .. $ .. $)", integer(0), text(0), text(below));
            case 4, 5 -> Piece.expression("($):sub($, $)", text(below), integer(0), integer(0));
            case 6 -> Piece.expression("($):rep($ & 3" + chance.of("", ", \",\"") + ")", text(below), integer(0));
            case 7 -> Piece.expression("(\"" + chance.of("%d", "%x", "%5d", "<%i>") + "\"):format($)", integer(below));
            case 8 -> Piece.expression("($):" + chance.of("upper", "lower", "reverse") + "()", text(below));
            case 9 -> numberAsText();
            case 10 -> Piece.expression(chance.of("type($)", "tostring(math.type($))"), number(below));
            default -> or(using(Kind.OBJECT, object -> withText(object, text(below))), this::text, depth);
        };
    }

    /** In a function of its own: with one such operation as operand of another Lua 5.4.4 takes wrong values. */
    private Piece withText(String object, Piece text) {
        return Piece.expression(isPortable ? "join(" + object + ", $)" : "(" + object + " .. $)", text);
    }

    private Piece numberAsText() {
        return using(
                        Kind.NUMBER,
                        number -> name("((" + number + " == " + number + " and " + number + " or \"-\") .. \"\")"))
                .orElseGet(() -> Piece.expression("tostring($)", integer(1)));
    }

    private Piece truth(int depth) {
        if (depth <= 0) {
            return variable(Kind.TRUTH, () -> Piece.expression("($ < $)", number(0), number(0)));
        }
        int below = depth - 1;
        return switch (chance.below(14)) {
            case 0, 1, 2, 3, 4 ->
                Piece.expression(
                        "($ " + chance.of("<", "<=", ">", ">=", "==", "~=") + " $)", number(below), number(below));
            case 5 ->
                Piece.expression(
                        "($ " + chance.of("<", "<=", ">", ">=", "==", "~=") + " "
                                + numberLiteral().text() + ")",
                        number(below));
            case 6 -> Piece.expression("($ " + chance.of("<", "<=", ">", "==", "~=") + " $)", text(below), text(below));
            case 7 -> Piece.expression("(not $)", truth(below));
            case 8 -> Piece.expression("($ " + chance.of("and", "or") + " $)", truth(below), truth(below));
            case 9 -> Piece.expression("($ == $)", any(below), any(below));
            case 10 -> Piece.expression("(type($) == \"" + chance.of("number", "string", "nil") + "\")", any(below));
            case 11 -> Piece.expression("(math.type($) == \"integer\")", number(below));
            case 12 -> Piece.expression("math.ult($, $)", integer(below), integer(below));
            default ->
                or(
                        using(
                                Kind.OBJECT,
                                object -> Piece.expression(
                                        "(" + object + " " + chance.of("<", "<=", "==", ">") + " $)", object(below))),
                        this::truth,
                        depth);
        };
    }

    private Piece list(int depth) {
        int size = chance.below(6);
        List<Piece> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(chance.oneIn(8) ? name(chance.of(NUMERALS)) : number(Math.min(1, depth)));
        }
        return new Piece(Sort.EXPRESSION, "{" + holes(size) + "}", elements);
    }

    private Piece table() {
        return switch (chance.below(4)) {
            case 0 -> Piece.expression("{a = $, b = $}", any(1), number(1));
            case 1 -> Piece.expression("{$, $, c = $}", any(1), any(0), any(1));
            case 2 -> Piece.expression("{[$] = $, [$ & 7] = $}", name("0"), any(0), integer(1), any(0));
            default -> name("{}");
        };
    }

    private Piece object(int depth) {
        int below = depth - 1;
        if (depth > 0 && chance.oneIn(2)) {
            Optional<Piece> sum = using(
                    Kind.OBJECT,
                    object -> chance.oneIn(4)
                            ? name("(- " + object + ")")
                            : Piece.expression("(" + object + " + $)", chance.oneIn(2) ? number(below) : object(0)));
            return or(sum, this::object, depth);
        }
        return scope.className()
                .filter(name -> chance.oneIn(2) || scope.readable(Kind.OBJECT).isEmpty())
                .map(name -> Piece.expression(name + ".new($)", number(Math.max(0, below))))
                .orElseGet(() -> variable(Kind.OBJECT, () -> name("nil")));
    }

    private Piece any(int depth) {
        return switch (chance.below(14)) {
            case 0 -> name("nil");
            case 1 -> name(chance.of("true", "false"));
            case 2, 3 -> text(depth);
            case 4 -> variable(Kind.TABLE, this::table);
            case 5, 6 -> or(field(), this::any, depth);
            case 7, 8 -> variable(Kind.ANY, () -> number(0));
            case 9 -> depth > 0 ? table() : name("{}");
            case 10 -> object(depth);
            case 11 -> loose();
            default -> number(depth);
        };
    }

    /** A field of a table that may hold anything. */
    Optional<Piece> field() {
        return using(
                Kind.TABLE,
                table -> chance.oneIn(2)
                        ? name(table + chance.of(".a", ".b", ".c"))
                        : Piece.expression(table + "[$ & 7]", integer(0)));
    }

    /** What implementations may do as they like, or a constant. */
    private Piece loose() {
        return isPortable
                ? integer(0)
                : using(Kind.TABLE, table -> name(chance.of("#" + table, "(next(" + table + "))")))
                        .orElseGet(() -> integer(0));
    }
}
