package dev.moonlift.runtime.jit;

/**
 * A function of a {@link PreparedModule}, which is put in place of a guest's function that is exactly the same.
 *
 * @param prototype where the guest's function has to be
 * @param number in the table of code
 * @param hash of the function's code, constants and whatever else its compiled code depends on
 * @param profile what is expected of it, as {@link Profile#writeTo} has it
 */
record PreparedFunction(int prototype, int number, String hash, byte[] profile) {
    static PreparedFunction of(CodeUnit unit) {
        CodeWriter profile = new CodeWriter();
        unit.expectations().profile().writeTo(profile);
        FunctionCode function = unit.function();
        return new PreparedFunction(function.prototype(), unit.number(), hash(function), profile.toByteArray());
    }

    private static String hash(FunctionCode function) {
        CodeKey key = new CodeKey();
        function.addTo(key);
        return key.finish();
    }

    /** The profile, if this fits a function; else null. */
    Profile profile(FunctionCode function) {
        if (!hash.equals(hash(function))) {
            return null;
        }
        try {
            CodeReader in = new CodeReader(profile);
            Profile read = Profile.read(in, function);
            in.end();
            return read;
        } catch (CodeFormatException itIsOfAnotherFunction) {
            return null;
        }
    }

    void writeTo(CodeWriter out) {
        out.number(prototype).number(number).text(hash).bytes(profile);
    }

    static PreparedFunction read(CodeReader in) throws CodeFormatException {
        return new PreparedFunction(in.number(), in.number(), in.text(), in.bytes());
    }
}
