package dev.moonlift.wasm.merge;

/**
 * The names, with slashes, of a program that becomes one class.
 *
 * @param commonPackage the package that holds all classes of the program, with those below it
 * @param memory the class of the memory
 * @param codeTable the class of which one object stays what it is
 * @param merged the class to be made
 * @param parent its superclass, which is a {@code memory}
 * @param runner the interface with the method {@code run} that it implements
 */
record MergedNames(String commonPackage, String memory, String codeTable, String merged, String parent, String runner) {
    private static final char SEPARATOR = '$';

    /** Whether a class is part of the program. */
    boolean isProgram(String owner) {
        return owner.startsWith(commonPackage + "/");
    }

    /** Whether all objects of a class are one object now. */
    boolean isMerged(String owner) {
        return isProgram(owner) || owner.equals(memory);
    }

    /** What a method of a class is called in the one class. */
    String method(String owner, String name) {
        return simple(owner) + SEPARATOR + name;
    }

    private static String simple(String owner) {
        return owner.substring(owner.lastIndexOf('/') + 1);
    }
}
