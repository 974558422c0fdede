package dev.moonlift.runtime.jit;

import java.util.HashMap;
import java.util.Map;

/** Code of a function that is in place in a guest, and how it has done. */
final class InstalledCode {
    private final CodeModule.CompiledFunction compiled;
    private final CachedCode code;
    /** By the instructions. */
    private final Map<Integer, Exits> exits = new HashMap<>();
    /** The same instructions with what was expected there when the code was compiled. */
    private final Map<Integer, JitListener.Exit> reasons = new HashMap<>();

    /** By the ends of loops. */
    private final Map<Integer, Kind[]> atLoopEnds = new HashMap<>();

    private final int compilations;
    private final int renewals;
    private boolean isRemoved;
    /** Whether its profile has changed since it was compiled. */
    private boolean isOutdated;

    /**
     * Code that is about to be put in place.
     *
     * @param code the module with the function
     * @param compilations how often the function was compiled in this guest, this time included, but for renewals
     * @param renewals how often it was compiled anew only because of what it calls
     */
    InstalledCode(CodeModule.CompiledFunction compiled, CachedCode code, int compilations, int renewals) {
        this.compiled = compiled;
        this.code = code;
        this.compilations = compilations;
        this.renewals = renewals;
    }

    CodeModule.CompiledFunction compiled() {
        return compiled;
    }

    CodeUnit unit() {
        return compiled.unit();
    }

    FunctionCode function() {
        return compiled.unit().function();
    }

    Profile profile() {
        return compiled.unit().expectations().profile();
    }

    int compilations() {
        return compilations;
    }

    int renewals() {
        return renewals;
    }

    /**
     * Counts that the code was seen to have left at an instruction.
     *
     * @param look the number of the look at the guest
     */
    Exits countExit(int pc, int look) {
        return exits.merge(pc, new Exits(1, 1, look), (before, now) -> before.andAt(look));
    }

    /**
     * How often code was seen to have left at an instruction.
     *
     * @param all times
     * @param together those since it had not been seen for long
     * @param look the number of the look at the guest that saw the last
     */
    record Exits(int all, int together, int look) {
        /** Looks at the guest between two exits after which they have nothing to do with each other. */
        private static final int LONG = 100;

        private Exits andAt(int later) {
            return new Exits(all + 1, later - look > LONG ? 1 : together + 1, later);
        }
    }

    /** Some registers' kinds were seen at the end of a loop, where code for other kinds had been left. */
    void seeAtLoopEnd(int pc, Kind[] kinds) {
        atLoopEnds.put(pc, Profile.join(atLoopEnds.get(pc), kinds));
    }

    /** The kinds of all those; null if none were seen. */
    Kind[] seenAtLoopEnd(int pc) {
        return atLoopEnds.get(pc);
    }

    /** What was expected at an instruction when it was left there first. */
    JitListener.Exit exit(int pc, FunctionNames names) {
        return reasons.computeIfAbsent(pc, at -> new ExitReasons(names).of(unit(), at));
    }

    /** Whether the interpreter has the function now, for good. */
    boolean isRemoved() {
        return isRemoved;
    }

    void setRemoved() {
        isRemoved = true;
    }

    boolean isOutdated() {
        return isOutdated;
    }

    void setOutdated() {
        isOutdated = true;
    }

    /** The function with its module, for a guest to come. */
    PreparedModule prepare() {
        return PreparedModule.of(code, unit());
    }
}
