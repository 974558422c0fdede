package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.RETURN;

import com.dylibso.chicory.runtime.OpcodeImpl;
import dev.moonlift.runtime.memory.DirectBytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variables have been checked to be addresses in the memory, and whether the array that is the memory is at
 * hand, while the instructions of a method are gone through from the first to the last.
 *
 * <p>The memory never shrinks: so what has been checked stays so until the variable is written to. Chicory's loops are
 * as WebAssembly's: entered at their first instruction only, and in one piece.
 */
final class CheckedBases {
    private static final String OPERATIONS = Type.getInternalName(OpcodeImpl.class);

    /** What is known at a place. */
    private static final class State {
        /** By the variable: the first offset from it that has not been checked. */
        final int[] ends;

        boolean hasBytes;

        State(int[] ends, boolean hasBytes) {
            this.ends = ends;
            this.hasBytes = hasBytes;
        }

        State copy() {
            return new State(ends.clone(), hasBytes);
        }

        /** Forgets what is not known in another state. */
        void meet(State other) {
            for (int i = 0; i < ends.length; i++) {
                ends[i] = Math.min(ends[i], other.ends[i]);
            }
            hasBytes &= other.hasBytes;
        }
    }

    private final AbstractInsnNode[] nodes;
    private final int variables;
    private final Map<AbstractInsnNode, Integer> positions = new HashMap<>();
    /** By the first instruction of a loop, the position of the last. */
    private final Map<LabelNode, Integer> loopEnds = new HashMap<>();
    /** Of labels that jumps lead to from before. */
    private final Map<LabelNode, State> incoming = new HashMap<>();

    private final Set<LabelNode> reached = new HashSet<>();
    /** Null where nothing leads to. */
    private State state;

    /**
     * Before the first instruction, with the array at hand.
     *
     * @param variables their number
     */
    CheckedBases(InsnList instructions, int variables) {
        nodes = instructions.toArray();
        this.variables = variables;
        state = new State(new int[variables], true);
        for (int i = 0; i < nodes.length; i++) {
            positions.put(nodes[i], i);
            int position = i;
            targets(nodes[i]).stream()
                    .filter(positions::containsKey)
                    .forEach(label -> loopEnds.merge(label, position, Math::max));
        }
    }

    private static List<LabelNode> targets(AbstractInsnNode node) {
        if (node instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        if (node instanceof TableSwitchInsnNode table) {
            return with(table.labels, table.dflt);
        }
        return node instanceof LookupSwitchInsnNode lookup ? with(lookup.labels, lookup.dflt) : List.of();
    }

    private static List<LabelNode> with(List<LabelNode> labels, LabelNode label) {
        LabelNode[] all = labels.toArray(new LabelNode[labels.size() + 1]);
        all[labels.size()] = label;
        return List.of(all);
    }

    /** Comes to the next instruction. */
    void reach(AbstractInsnNode node) {
        if (!(node instanceof LabelNode label)) {
            return;
        }
        reached.add(label);
        State jumped = incoming.remove(label);
        if (state == null) {
            state = jumped != null ? jumped : new State(new int[variables], false);
        } else if (jumped != null) {
            state.meet(jumped);
        }
        Integer end = loopEnds.get(label);
        if (end != null) {
            for (int i = positions.get(label); i <= end; i++) {
                forgetWhatChanges(nodes[i]);
            }
        }
    }

    /** Leaves an instruction behind. */
    void pass(AbstractInsnNode node) {
        if (state == null) {
            return;
        }
        AbstractInsnNode before = node.getPrevious();
        forgetWhatChanges(node);
        if (node.getOpcode() == ISTORE && before != null && before.getOpcode() == ILOAD) {
            state.ends[((VarInsnNode) node).var] = state.ends[((VarInsnNode) before).var];
        }
        for (LabelNode target : targets(node)) {
            State known = incoming.get(target);
            if (known != null) {
                known.meet(state);
            } else if (!reached.contains(target)) {
                incoming.put(target, state.copy());
            }
        }
        int opcode = node.getOpcode();
        boolean isSwitch = node instanceof TableSwitchInsnNode || node instanceof LookupSwitchInsnNode;
        if (opcode == GOTO || opcode == ATHROW || opcode >= IRETURN && opcode <= RETURN || isSwitch) {
            state = null;
        }
    }

    private void forgetWhatChanges(AbstractInsnNode node) {
        if (node instanceof VarInsnNode store && store.getOpcode() >= ISTORE) {
            state.ends[store.var] = 0;
        } else if (node instanceof IincInsnNode increment) {
            state.ends[increment.var] = 0;
        } else if (mayGrow(node)) {
            state.hasBytes = false;
        }
    }

    /** Whether an instruction calls something that may make the memory grow. */
    static boolean mayGrow(AbstractInsnNode node) {
        return node instanceof MethodInsnNode call
                && Access.of(call) == null
                && !call.owner.equals(OPERATIONS)
                && !call.owner.equals(DirectBytes.UNSAFE)
                && !call.owner.startsWith("java/");
    }

    /** How many loops are around an instruction. */
    int loops(AbstractInsnNode node) {
        int position = positions.get(node);
        return (int) loopEnds.entrySet().stream()
                .filter(loop -> positions.get(loop.getKey()) <= position && position <= loop.getValue())
                .count();
    }

    boolean hasBytes() {
        return state == null || state.hasBytes;
    }

    /** The array is at hand. */
    void takeBytes() {
        state.hasBytes = true;
    }

    /** Whether a variable is an address that an offset can be added to. */
    boolean isChecked(int variable, int offset) {
        return state != null && state.ends[variable] > offset;
    }

    /** It is from now on. */
    void check(int variable, int offset) {
        if (state != null) {
            state.ends[variable] = Math.max(state.ends[variable], offset + 1);
        }
    }
}
