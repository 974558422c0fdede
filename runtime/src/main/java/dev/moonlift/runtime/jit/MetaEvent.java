package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Name;

/** Which metamethod an instruction may call (manual §2.4), for those where compiled code does that directly. */
final class MetaEvent {
    static final int NONE = -1;

    private MetaEvent() {}

    /** The event of an instruction, a number of {@link Name}; or NONE. */
    static int of(int i) {
        int op = Operation.operator(i & 0xFF);
        if (op >= Op.ADD && op <= Op.SHR) {
            return Name.ADD + op - Op.ADD;
        }
        return switch (op) {
            case Op.UNM -> Name.UNM;
            case Op.BNOT -> Name.BNOT;
            case Op.CONCAT -> Instruction.b(i) == 2 ? Name.CONCAT : NONE;
            case Op.EQ -> Name.EQ;
            case Op.LT -> Name.LT;
            case Op.LE -> Name.LE;
            case Op.GETTABLE, Op.GETFIELD -> Name.INDEX;
            case Op.CALL -> Name.CALL;
            case Op.SETTABLE, Op.SETTABLEK, Op.SETFIELD, Op.SETFIELDK -> Name.NEWINDEX;
            default -> NONE;
        };
    }

    /** How many registers from R[A] on depend on what an instruction has called. */
    static int results(int i) {
        return switch (of(i)) {
            case NONE, Name.CALL, Name.CONCAT -> Integer.MAX_VALUE >> 1;
            case Name.EQ, Name.LT, Name.LE, Name.NEWINDEX -> 0;
            default -> 1;
        };
    }

    /** Whether a function can be called directly as the metamethod of an instruction. */
    static boolean fits(int i, Signature signature) {
        int parameters = signature.parameters().size();
        return switch (of(i)) {
            case Name.CALL ->
                parameters == Instruction.b(i)
                        && (Instruction.c(i) == 1 || Instruction.c(i) == 2 && signature.hasResult());
            case Name.NEWINDEX -> parameters <= 3;
            default -> parameters <= 2 && signature.hasResult();
        };
    }
}
