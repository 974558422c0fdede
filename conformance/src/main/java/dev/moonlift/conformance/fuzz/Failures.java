package dev.moonlift.conformance.fuzz;

import java.util.List;

/** Writes statements that fail, with messages that name lines and variables. */
final class Failures {
    private static final String[] PLAIN = {
        "error(\"thrown\")",
        "error(\"thrown\", 2)",
        "error(\"thrown\", 0)",
        "error({code = 7})",
        "error(setmetatable({}, {__tostring = function() return \"text\" end}))",
        "error()",
        "error(42)",
        "undefined()",
        "undefined.field = 1",
        "local u; u()",
        "local u = {}; u.field.more = 1",
        "local u = {}; u.field()",
        "local u = {}; u:method()",
        "local u = {}; u[nil] = 1",
        "local u = {}; u[0/0] = 1",
        "local _ = {} < {}",
        "local _ = {} .. \"a\"",
        "local _ = -{}",
        "local _ = #5",
        "local _ = math.huge | 1",
        "local _ = \"a\" | 1",
        "local _ = \"abc\" + 1",
        "local _ = \"1.5\" & 1",
        "local _ = 1 < \"2\"",
        "local _ = nil > 1",
        "local _ = 1 // 0",
        "local _ = 1 % 0",
        "local _ = 2^53 // 0 | 0",
        "for i = 1, 10, 0 do end",
        "for i = \"a\", 10 do end",
        "for i = 1, {} do end",
        "for i = 1, 10, nil do end",
        "for a in 5 do end",
        "setmetatable(1, {})",
        "local _ = (\"x\"):rep(-1):bad()",
        "local _ = (\"x\"):rep(1e10)",
        "local _ = math.floor({})",
        "local _ = math.tointeger({}).x",
        "local _ = select(0)",
        "local _ = ipairs()",
        "local _ = tostring()",
        "local _ = (\"%d\"):format(1.5)",
        "local _ = (\"%d\"):format(\"x\")",
        "local _ = table.concat({1, {}, 3})",
        "table.insert({1, 2}, 9, 1)",
        "local _ = string.char(256)",
        "local _ = coroutine.resume(1)",
        "local _ <close> = 42",
        "coroutine.wrap(function() error(\"inside\") end)()",
        "assert(false)",
        "assert(nil, \"asserted\")",
        "assert(1 == 2, {})"
    };

    private final Statements statements;
    private final Chance chance;
    private final Scope scope;

    Failures(Statements statements) {
        this.statements = statements;
        this.chance = statements.chance;
        this.scope = statements.scope;
    }

    /** One that fails in few iterations, if at all. */
    Piece rarely() {
        Piece condition = statements.seldom();
        return Piece.statement("if $ then " + (chance.oneIn(2) ? chance.of(PLAIN) : ofVariable()) + " end", condition);
    }

    private String ofVariable() {
        Kind kind = chance.of(List.of(Kind.NUMBER, Kind.TEXT, Kind.ANY, Kind.TABLE, Kind.OBJECT));
        String name = scope.readable(kind).map(Variable::name).orElse("missing");
        return switch (chance.below(9)) {
            case 0 -> "local _ = " + name + "()";
            case 1 -> "local _ = " + name + ".field.more";
            case 2 -> "local _ = " + name + ":method(1)";
            case 3 -> "local _ = " + name + " + {}";
            case 4 -> "local _ = " + name + " < {}";
            case 5 -> "local _ = " + name + " & 1.5";
            case 6 -> "local _ = " + name + " .. {}";
            case 7 -> "local _ = {} + " + name;
            default -> "error(" + name + ")";
        };
    }
}
