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
            case Op.SETTABLE, Op.SETTABLEK, Op.SETFIELD, Op.SETFIELDK -> Name.NEWINDEX;
            default -> NONE;
        };
    }

    /** With how many arguments the metamethod of an instruction is called. */
    static int arguments(int i) {
        return of(i) == Name.NEWINDEX ? 3 : 2;
    }

    /** Whether the metamethod's result is of use. */
    static boolean hasResult(int i) {
        return of(i) != Name.NEWINDEX;
    }
}
