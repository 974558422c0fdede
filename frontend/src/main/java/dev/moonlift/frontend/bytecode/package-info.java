/**
 * The bytecode: a register machine for Lua 5.4, produced by frontends and run by the kernel.
 *
 * <p>{@link dev.moonlift.frontend.bytecode.Opcode} says what every instruction does, {@link
 * dev.moonlift.frontend.bytecode.Op} gives the numbers, {@link dev.moonlift.frontend.bytecode.Instruction} the
 * encoding. A {@link dev.moonlift.frontend.bytecode.Prototype} holds one function.
 */
package dev.moonlift.frontend.bytecode;
