/**
 * From tree to bytecode, one function at a time.
 *
 * <p>{@link dev.moonlift.frontend.lua.compile.FunctionCompiler} holds the state of a function (code, registers,
 * variables in scope, constants) and a compiler for each kind of construct. Registers are a stack: variables at the
 * bottom, where the parser has put them, values in the making on top.
 *
 * <p>Values are computed straight into where they are wanted; conditions become jumps, and the values of {@code and}
 * and {@code or} come out of those jumps. An instruction is charged to the line of the token that the reference
 * implementation would have passed last when making it, so that run-time errors name the same line.
 */
package dev.moonlift.frontend.lua.compile;
