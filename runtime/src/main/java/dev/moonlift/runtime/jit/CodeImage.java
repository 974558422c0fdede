package dev.moonlift.runtime.jit;

import java.util.List;

/**
 * What a compilation gives that depends on nothing but its key, so that it can be kept anywhere.
 *
 * @param functions what was compiled, in the order of their numbers in the table of code
 * @param slots how many numbers in the table of code it takes, from its first function's on
 * @param instructions of bytecode in these functions
 * @param wasm the module
 */
record CodeImage(List<Function> functions, int slots, int instructions, byte[] wasm) {
    /**
     * A function of the module.
     *
     * @param name for people: the name of its source and the line where it begins
     * @param number in the table of code
     * @param signature null if it cannot be called directly
     * @param loops numbers of the instructions that end the loops with code, in the order of their functions
     */
    record Function(String name, int number, Signature signature, List<Integer> loops) {
        Function {
            loops = List.copyOf(loops);
        }
    }

    CodeImage {
        functions = List.copyOf(functions);
    }

    /** The first number that it takes in the table of code. */
    int first() {
        return functions.get(0).number();
    }

    /** The function with a number; null if there is none. */
    Function function(int number) {
        return functions.stream()
                .filter(function -> function.number() == number)
                .findAny()
                .orElse(null);
    }
}
