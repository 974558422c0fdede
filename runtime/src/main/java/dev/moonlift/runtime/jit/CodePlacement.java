package dev.moonlift.runtime.jit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Code that was put in place in a guest.
 *
 * @param functions of the module
 * @param code the module, whose engine's part may be closed meanwhile
 */
record CodePlacement(List<CodeModule.CompiledFunction> functions, CachedCode code) {
    /**
     * The module for a guest to come.
     *
     * @param isInPlace whether the code of a function is in place still
     */
    PreparedModule prepare(Predicate<CodeUnit> isInPlace) {
        List<PreparedFunction> prepared = new ArrayList<>();
        Map<Integer, CallTarget> callees = new LinkedHashMap<>();
        for (CodeModule.CompiledFunction function : functions) {
            CodeUnit unit = function.unit();
            if (isInPlace.test(unit)) {
                prepared.add(PreparedFunction.of(unit));
                for (int pc = 0; pc < unit.function().code().length; pc++) {
                    unit.expectations().targets(pc).forEach(target -> callees.put(target.prototype(), target));
                }
            }
        }
        StoredCode stored = new StoredCode(code.record(), code.image());
        return new PreparedModule(stored, prepared, List.copyOf(callees.values()));
    }
}
