package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Writes classes: tables of methods and metamethods, which inherit from one another. */
final class Classes {
    private static final String[] ARITHMETIC = {"__sub", "__mul", "__div", "__mod", "__idiv", "__band", "__shl"};

    private final Chance chance;
    private final Scope scope;
    private final Expressions expressions;

    Classes(Statements statements) {
        this.chance = statements.chance;
        this.scope = statements.scope;
        this.expressions = statements.expressions;
    }

    /** A class with an instance. */
    Piece definition() {
        String name = scope.freshName("C");
        List<Piece> members = new ArrayList<>();
        members.add(Piece.statement("function " + name + ":get(n) return $ end", inMethod(Kind.NUMBER)));
        members.add(Piece.statement("function " + name + ":set(n) self.v = $ + 0 end", inMethod(Kind.NUMBER)));
        for (String event : List.of("__add", "__unm")) {
            members.add(operator(name, event, "return " + name + ".new($)", Kind.NUMBER));
        }
        for (String event : ARITHMETIC) {
            members.add(operator(name, event, "return $", Kind.NUMBER));
        }
        for (String event : List.of("__lt", "__le", "__eq")) {
            members.add(operator(name, event, "return $", Kind.TRUTH));
        }
        members.add(operator(name, "__concat", "return $ .. \"o\"", Kind.TEXT));
        members.add(operator(name, "__len", "return $", Kind.INTEGER));
        members.add(Piece.statement(name + ".__call = function(self, n) return $ end", inMethod(Kind.NUMBER)));
        if (chance.oneIn(2)) {
            members.add(Piece.statement(
                    name + ".__newindex = function(self, k, n) rawset(self, k, $) end", inMethod(Kind.ANY)));
        }
        String parent = scope.className()
                .map(other -> "setmetatable({}, {__index = " + other + "})")
                .orElse("{}");
        String index = chance.oneIn(3)
                ? "function(self, k) if type(k) == \"number\" then return k * 2 end return " + name + "[k] end"
                : name;
        Piece value = expressions.of(Kind.NUMBER);
        scope.declareClass(name);
        // Constant, lest a metamethod that uses it comes to call itself.
        String object = scope.declare(scope.freshName(Kind.OBJECT.prefix), Kind.OBJECT, true)
                .name();
        return Piece.statement(
                "local " + name + " = " + parent + "\n" + name + ".__index = " + index + "\n" + name
                        + ".new = function(n) return setmetatable({v = val(n)}, " + name + ") end\n$local " + object
                        + " = "
                        + name + ".new($)",
                Piece.block(members),
                value);
    }

    private Piece inMethod(Kind kind) {
        Piece[] result = new Piece[1];
        scope.function(1, false, () -> {
            scope.declare("self.v", Kind.NUMBER, false);
            scope.declare("n", Kind.NUMBER, false);
            result[0] = expressions.of(kind);
        });
        return result[0];
    }

    private Piece operator(String name, String event, String result, Kind kind) {
        Piece[] value = new Piece[1];
        scope.function(1, false, () -> {
            scope.declare("n", Kind.NUMBER, false);
            scope.declare("m", Kind.NUMBER, false);
            value[0] = expressions.of(kind);
        });
        return Piece.statement(
                name + "." + event + " = function(a, b)\n  local n, m = val(a), val(b)\n  " + result + "\nend",
                value[0]);
    }
}
