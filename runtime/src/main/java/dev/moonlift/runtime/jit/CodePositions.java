package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.OriginMap;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the instructions of a module come from. The module itself says by which number of a function and which bytecode
 * instruction, in its custom section {@code moonlift.origin}; those of functions that were inlined keep theirs.
 */
final class CodePositions {
    private final OriginMap origins;
    /** By their numbers. */
    private final Map<Integer, CodeUnit> units;

    CodePositions(OriginMap origins, Collection<CodeUnit> units) {
        this.origins = origins;
        this.units = units.stream().collect(Collectors.toMap(CodeUnit::number, Function.identity()));
    }

    /**
     * The place in the source as {@code source:line} that a byte of the module comes from, by its offset; empty if it
     * comes from none. Constants and what control flow consists of belong to what is before them.
     */
    String at(int moduleOffset) {
        int origin = Insn.NO_ORIGIN;
        for (int offset = moduleOffset; origin == Insn.NO_ORIGIN && offset > 0; offset--) {
            origin = origins.originAtModuleOffset(offset);
        }
        return of(origin);
    }

    /** The place that an origin stands for; empty if it stands for none. */
    String of(int origin) {
        CodeUnit unit = origin == Insn.NO_ORIGIN ? null : units.get(ExitReport.number(origin));
        if (unit == null) {
            return "";
        }
        FunctionSource source = unit.function().source();
        int line = source.line(ExitReport.pc(origin));
        return source.name() + ":" + (line == 0 ? "?" : line);
    }
}
