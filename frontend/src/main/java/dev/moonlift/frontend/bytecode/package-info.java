/**
 * The bytecode: a register machine for Lua 5.4, produced by frontends and run by the kernel.
 *
 * <p>{@link dev.moonlift.frontend.bytecode.Opcode} is the table of instructions: what each one does, what its operands
 * stand for. Listings and checks derive from it. {@link dev.moonlift.frontend.bytecode.Op} gives the numbers,
 * {@link dev.moonlift.frontend.bytecode.Instruction} the encoding. A {@link dev.moonlift.frontend.bytecode.Prototype}
 * holds one function.
 *
 * <p>{@link dev.moonlift.frontend.bytecode.Disassembler} shows prototypes to people.
 * {@link dev.moonlift.frontend.bytecode.Verifier} holds the invariants that executors may rely on; what it accepts
 * cannot reach outside its frame, its constants or its code.
 */
package dev.moonlift.frontend.bytecode;
