package dev.moonlift.runtime.jit;

/** Functions as they are compiled. */
final class Units {
    private Units() {}

    /** A function that calls no other directly, of which this is expected. */
    static CodeUnit of(FunctionCode function, Profile profile) {
        Flow flow = new Flow(function.code());
        Expectations expectations = new Expectations(function, profile, prototype -> null);
        return new CodeUnit(
                function,
                FunctionLabel.of(function, "f"),
                expectations,
                flow,
                new LoopEnds(function),
                new Liveness(function, flow),
                new LoopConstants(function, flow),
                new Constructors(function, flow, expectations.profile()),
                1,
                null,
                0);
    }

    /** Number of an instruction: the one with this opcode before which there are so many others. */
    static int find(FunctionCode function, int op, int before) {
        int left = before;
        for (int pc = 0; pc < function.code().length; pc++) {
            if ((function.code()[pc] & 0xFF) == op && left-- == 0) {
                return pc;
            }
        }
        throw new IllegalArgumentException("no such instruction");
    }
}
