package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Makes a program of a seed: the same whenever and wherever it is asked. */
final class Generator {
    /** How many programs in how many keep to what Lua defines. */
    private static final int LOOSE_ONE_IN = 4;

    private final Chance chance;
    private final Scope scope;
    private final Statements statements;
    private final boolean isPortable;

    private Generator(long seed) {
        this.chance = new Chance(seed);
        this.isPortable = !chance.oneIn(LOOSE_ONE_IN);
        this.scope = new Scope(chance);
        this.statements = new Statements(chance, scope, isPortable);
    }

    /** The program of a seed. */
    static FuzzProgram program(long seed) {
        return new Generator(seed).write(seed);
    }

    private FuzzProgram write(long seed) {
        List<Piece> all = new ArrayList<>(Prelude.functions());
        Classes classes = new Classes(statements);
        for (int i = chance.below(3); i > 0; i--) {
            all.add(classes.definition());
        }
        all.add(globals());
        for (int i = chance.between(2, 5); i > 0; i--) {
            all.add(section());
        }
        all.add(statements.showing());
        return new FuzzProgram(seed, isPortable, Piece.block(all));
    }

    private Piece globals() {
        Piece value = statements.expressions.of(Kind.NUMBER);
        String name = scope.freshName("G");
        scope.declare(name, Kind.NUMBER, false);
        return Piece.statement(name + " = $", value);
    }

    private Piece section() {
        return switch (chance.below(8)) {
            case 0 -> Piece.statement("do\n$end", statements.block(3, 6));
            case 1 -> statements.declaration();
            case 2, 3 -> statements.changing();
            default -> statements.guarded();
        };
    }
}
