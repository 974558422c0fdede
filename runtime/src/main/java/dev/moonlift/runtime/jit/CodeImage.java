package dev.moonlift.runtime.jit;

import java.util.List;

/**
 * What a compilation gives that depends on nothing but its key, so that it can be kept anywhere.
 *
 * @param functions what was compiled, in the order of their numbers in the table of code
 * @param instructions of bytecode in these functions
 * @param wasm the module
 */
record CodeImage(List<Function> functions, int instructions, byte[] wasm) {
    /**
     * A function of the module.
     *
     * @param name for people: the name of its source and the line where it begins
     * @param signature null if it cannot be called directly
     * @param loops numbers of the instructions that end the loops with code, in the order of their functions
     */
    record Function(String name, Signature signature, List<Integer> loops) {
        Function {
            loops = List.copyOf(loops);
        }
    }

    CodeImage {
        functions = List.copyOf(functions);
    }
}
