package dev.moonlift.wasm.translate;

/**
 * The names, with slashes, that a program in restricted Java is made of.
 *
 * @param commonPackage the package that holds all classes, with those below it
 * @param memory the class of the memory
 * @param signal the class of all signals
 * @param codeTable the class whose method {@code call} is an indirect call: of the function with the number that is the
 *     first argument, with the others; null if there is none
 * @param blockOperations the class that stands in for the memory's block operations, see {@link BlockOperations}
 */
public record World(String commonPackage, String memory, String signal, String codeTable, String blockOperations) {}
