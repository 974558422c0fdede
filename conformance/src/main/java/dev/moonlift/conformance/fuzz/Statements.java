package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes statements, and blocks of them. */
final class Statements {
    /** How deep blocks lie in one another at most. */
    private static final int MAX_NESTING = 4;

    final Chance chance;
    final Scope scope;
    final Expressions expressions;
    final boolean isPortable;
    private final Loops loops;
    private final Changes changes;
    private final Functions functions;
    private final Coroutines coroutines;
    private final Failures failures;
    private int nesting;

    /** @param isPortable whether what Lua leaves open is avoided */
    Statements(Chance chance, Scope scope, boolean isPortable) {
        this.chance = chance;
        this.scope = scope;
        this.isPortable = isPortable;
        this.expressions = new Expressions(chance, scope, isPortable);
        this.loops = new Loops(this);
        this.changes = new Changes(this);
        this.functions = new Functions(this);
        this.coroutines = new Coroutines(this);
        this.failures = new Failures(this);
    }

    /** A block that declares what it needs, of some statements. */
    Piece block(int least, int most) {
        return scope.nested(() -> Piece.block(openBlock(least, most)));
    }

    /** The statements of a block, which more may follow that see the same names. */
    List<Piece> openBlock(int least, int most) {
        nesting++;
        int count = nesting > MAX_NESTING ? 1 : chance.between(least, most);
        List<Piece> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statements.add(statement());
        }
        nesting--;
        return statements;
    }

    private Piece statement() {
        scope.spend(1);
        if (nesting > MAX_NESTING) {
            return simple();
        }
        return switch (chance.below(24)) {
            case 0, 1, 2, 3 -> loops.loop();
            case 4, 5 -> condition();
            case 6, 7 -> functions.definition();
            case 8 -> functions.use();
            case 9 -> coroutines.use();
            case 10 -> guarded();
            case 11 -> scope.isProtected() ? failures.rarely() : simple();
            case 12 -> scope.isLoop() ? leave() : simple();
            case 13, 14 -> declaration();
            case 15 -> scope.isProtected() && !scope.isOften() ? changes.loop() : simple();
            default -> simple();
        };
    }

    /** A statement without blocks. */
    private Piece simple() {
        return switch (chance.below(16)) {
            case 0, 1, 2, 3, 4 -> assignment(Kind.NUMBER);
            case 5, 6 -> assignment(Kind.INTEGER);
            case 7 -> assignment(Kind.TEXT);
            case 8 -> assignment(chance.of(List.of(Kind.ANY, Kind.TRUTH, Kind.OBJECT)));
            case 9, 10 -> ofTable();
            case 11 -> ofList();
            case 12 -> severalAssignments();
            case 13 -> call();
            case 14 -> change();
            default -> declaration();
        };
    }

    /** Declares a local of some kind. */
    Piece declaration() {
        return declaration(chance.of(List.of(
                Kind.NUMBER,
                Kind.NUMBER,
                Kind.NUMBER,
                Kind.INTEGER,
                Kind.INTEGER,
                Kind.TEXT,
                Kind.TRUTH,
                Kind.LIST,
                Kind.TABLE,
                Kind.OBJECT,
                Kind.ANY)));
    }

    /** Declares a local. */
    Piece declaration(Kind kind) {
        if (kind == Kind.NUMBER && chance.oneIn(5)) {
            return fields();
        }
        Piece value = kind == Kind.TEXT ? clipped() : expressions.of(kind);
        boolean isConstant = chance.oneIn(12);
        String name =
                scope.declare(scope.freshName(kind.prefix), kind, isConstant).name();
        return Piece.statement("local " + name + (isConstant ? " <const>" : "") + " = $", value);
    }

    /** A table whose fields are used like locals. */
    private Piece fields() {
        Piece x = expressions.of(Kind.NUMBER);
        Piece y = expressions.of(Kind.NUMBER);
        String name = scope.freshName("r");
        scope.declare(name + ".x", Kind.NUMBER, false);
        scope.declare(name + ".y", Kind.NUMBER, false);
        return Piece.statement("local " + name + " = {x = $, y = $}", x, y);
    }

    private Piece clipped() {
        return Piece.expression("clip($)", expressions.of(Kind.TEXT));
    }

    private Piece assignment(Kind kind) {
        Optional<Variable> variable = scope.assignable(kind);
        if (variable.isEmpty()) {
            return declaration(kind);
        }
        String name = variable.get().name();
        if (kind == Kind.TEXT) {
            return Piece.statement(name + " = $", clipped());
        }
        boolean isNumeric = kind == Kind.NUMBER || kind == Kind.INTEGER;
        if (isNumeric && chance.oneIn(2)) {
            String operator = kind == Kind.INTEGER ? chance.of("+", "-", "*", "~") : chance.of("+", "-", "+", "*");
            return Piece.statement(name + " = " + name + " " + operator + " $", expressions.of(kind));
        }
        return Piece.statement(name + " = $", expressions.of(kind));
    }

    /** Assigns something of another type to a variable that mostly holds numbers. */
    private Piece change() {
        Optional<Variable> variable = scope.assignable(Kind.NUMBER);
        if (variable.isEmpty()) {
            return declaration(Kind.NUMBER);
        }
        String value = chance.oneIn(8) && scope.isProtected()
                ? chance.of("nil", "true", "\"abc\"")
                : chance.of("\"10\"", "\"0x10\"", "\"2.5\"", "0.5", "1", "-0.0", "1e300", "math.maxinteger");
        return Piece.statement("if $ then " + variable.get().name() + " = " + value + " end", seldom());
    }

    /** What is true in few iterations of a loop, or anything outside of one. */
    Piece seldom() {
        String counter = scope.counter();
        if (counter == null) {
            return expressions.of(Kind.TRUTH);
        }
        return switch (chance.below(3)) {
            case 0 -> Piece.expression(counter + " == $", Piece.count(chance.between(1, 120)));
            case 1 -> Piece.expression(counter + " % $ == 0", Piece.count(chance.of(List.of(3, 10, 64, 100))));
            default -> Piece.expression(counter + " > $", Piece.count(chance.between(2, 200)));
        };
    }

    private Piece severalAssignments() {
        Optional<Variable> one = scope.assignable(Kind.NUMBER);
        Optional<Variable> other = scope.assignable(Kind.NUMBER);
        if (one.isEmpty() || other.isEmpty()) {
            return declaration(Kind.NUMBER);
        }
        String names = one.get().name() + ", " + other.get().name() + " = ";
        if (chance.oneIn(3)) {
            return Piece.statement(names + other.get().name() + ", " + one.get().name());
        }
        return Piece.statement(names + "$, $", expressions.of(Kind.NUMBER), expressions.of(Kind.NUMBER));
    }

    private Piece call() {
        Optional<Callee> callee = scope.callee(any -> true);
        if (callee.isEmpty()) {
            return assignment(Kind.NUMBER);
        }
        Piece call = expressions.callOf(callee.get());
        if (callee.get().results() > 1 && chance.oneIn(2)) {
            String first = scope.declare(Kind.NUMBER).name();
            String second = scope.declare(Kind.NUMBER).name();
            return Piece.statement("local " + first + ", " + second + " = $", call);
        }
        return chance.oneIn(2) && !scope.isOften()
                ? Piece.statement("show($)", call)
                : Piece.statement("local _ = $", call);
    }

    private Piece ofTable() {
        Optional<Variable> table = scope.readable(Kind.TABLE);
        if (table.isEmpty() || chance.oneIn(6)) {
            return ofObject();
        }
        String name = table.get().name();
        return switch (chance.below(6)) {
            case 0, 1 -> Piece.statement(name + chance.of(".a", ".b", ".c") + " = $", expressions.of(Kind.ANY));
            case 2 -> Piece.statement(name + ".a = (tonumber(" + name + ".a) or 0) + $", expressions.of(Kind.NUMBER));
            case 3 -> Piece.statement(name + "[$ & 7] = $", expressions.of(Kind.INTEGER), expressions.of(Kind.ANY));
            case 4 -> Piece.statement(name + "[$ & 7] = nil", expressions.of(Kind.INTEGER));
            default -> Piece.statement(name + ".a, " + name + ".b = " + name + ".b, $", expressions.of(Kind.ANY));
        };
    }

    private Piece ofObject() {
        Optional<Variable> object = scope.readable(Kind.OBJECT);
        if (object.isEmpty()) {
            return declaration(Kind.TABLE);
        }
        String name = object.get().name();
        return switch (chance.below(4)) {
            case 0 -> Piece.statement(name + ".v = $ + 0", expressions.of(Kind.NUMBER));
            case 1 -> Piece.statement(name + ":set($)", expressions.of(Kind.NUMBER));
            case 2 -> Piece.statement(name + chance.of(".a", ".b") + " = $", expressions.of(Kind.NUMBER));
            default -> Piece.statement("local _ = " + name + "[$]", expressions.of(Kind.INTEGER));
        };
    }

    private Piece ofList() {
        Optional<Variable> list = scope.readable(Kind.LIST);
        if (list.isEmpty()) {
            return declaration(Kind.LIST);
        }
        String name = list.get().name();
        Piece value = expressions.of(Kind.NUMBER);
        return switch (chance.below(7)) {
            case 0, 1 -> Piece.statement(name + "[#" + name + " + 1] = $ or 0", value);
            case 2 -> Piece.statement("table.insert(" + name + ", $ or 0)", value);
            case 3 ->
                Piece.statement(
                        "if #" + name + " > 0 then " + name + "[$ % #" + name + " + 1] = $ or 0 end",
                        expressions.of(Kind.INTEGER),
                        value);
            case 4 -> Piece.statement("table.remove(" + name + ")");
            case 5 -> Piece.statement("table.insert(" + name + ", 1, $ or 0)", value);
            default -> Piece.statement(name + "[#" + name + "] = nil");
        };
    }

    private Piece condition() {
        Piece condition = expressions.of(Kind.TRUTH);
        Piece then = block(1, 3);
        return switch (chance.below(3)) {
            case 0 -> Piece.statement("if $ then\n$end", condition, then);
            case 1 -> Piece.statement("if $ then\n$else\n$end", condition, then, block(1, 3));
            default ->
                Piece.statement(
                        "if $ then\n$elseif $ then\n$else\n$end",
                        condition,
                        then,
                        expressions.of(Kind.TRUTH),
                        block(1, 2),
                        block(1, 2));
        };
    }

    private Piece leave() {
        return chance.oneIn(2)
                ? Piece.statement("if $ then goto " + scope.label() + " end", expressions.of(Kind.TRUTH))
                : Piece.statement("if $ then break end", seldom());
    }

    /** Statements that may fail, and what comes of them. */
    Piece guarded() {
        if (scope.isOften()) {
            return simple();
        }
        return scope.protect(() -> {
            List<Piece> body = openBlock(2, 5);
            Piece result = expressions.of(Kind.NUMBER);
            body.add(Piece.statement("return $, $", result, expressions.of(Kind.ANY)));
            return chance.oneIn(5)
                    ? Piece.statement(
                            "show(xpcall(function()\n$end, function(m) return \"caught\", show(m) end))",
                            Piece.block(body))
                    : Piece.statement("show(pcall(function()\n$end))", Piece.block(body));
        });
    }

    /** A loop over what changes while it runs, which may fail. */
    Piece changing() {
        return scope.protect(() -> Piece.statement("show(pcall(function()\n$\nend))", changes.loop()));
    }

    /** Shows all that can be seen here. */
    Piece showing() {
        List<Piece> names = new ArrayList<>();
        List<Variable> variables = scope.variables();
        for (Variable variable : variables.subList(Math.max(0, variables.size() - 12), variables.size())) {
            names.add(Expressions.name(variable.name()));
        }
        String holes = String.join(", ", Collections.nCopies(names.size(), "$"));
        return new Piece(Piece.Sort.STATEMENT, "show(" + holes + ")", names);
    }
}
