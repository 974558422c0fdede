package dev.moonlift.wasm.translate;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The bytecode of a method cut into basic blocks, and which locals live at the beginning of each.
 *
 * <p>Within the range of a handler a block also ends behind each instruction that may raise a signal, so that the
 * locals that a handler sees are those at the end of a block.
 */
final class MethodCode {
    private final MethodNode method;
    private final InsnList instructions;
    private final ThrownSignals thrown;
    private final SignalKinds signals;
    private final boolean[] leader;
    private final BitSet[] live;

    MethodCode(MethodNode method, ThrownSignals thrown, SignalKinds signals) {
        this.method = method;
        this.instructions = method.instructions;
        this.thrown = thrown;
        this.signals = signals;
        this.leader = new boolean[instructions.size() + 1];
        this.live = new BitSet[instructions.size() + 1];
        findLeaders();
        findLive();
    }

    /** Whether a block begins at an instruction. */
    boolean isLeader(int index) {
        return leader[index];
    }

    /** Locals whose values may still be used when control is at the beginning of a block. */
    BitSet liveAt(int leaderIndex) {
        return live[leaderIndex];
    }

    int indexOf(LabelNode label) {
        return instructions.indexOf(label);
    }

    /** The handlers that an instruction's signals may reach, innermost first, up to the one that catches the last. */
    List<TryCatchBlockNode> handlersAt(int index, int kinds) {
        List<TryCatchBlockNode> reached = new ArrayList<>();
        int left = kinds;
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (indexOf(block.start) <= index && index < indexOf(block.end)) {
                int caught = left & signals.caughtBy(block.type);
                if (caught != 0) {
                    reached.add(block);
                    left &= ~caught;
                }
            }
        }
        return reached;
    }

    private void findLeaders() {
        leader[0] = true;
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            leader[indexOf(block.handler)] = true;
        }
        for (int i = 0; i < instructions.size(); i++) {
            AbstractInsnNode node = instructions.get(i);
            List<Integer> targets = targets(node);
            for (int target : targets) {
                leader[target] = true;
            }
            boolean ends = !targets.isEmpty() || endsMethod(node.getOpcode());
            boolean mayEnter = !handlersAt(i, thrown.raisedBy(node)).isEmpty();
            if (ends || mayEnter && node.getOpcode() != GETSTATIC) {
                leader[i + 1] = true;
            }
        }
    }

    private static boolean endsMethod(int opcode) {
        return opcode >= IRETURN && opcode <= RETURN || opcode == ATHROW;
    }

    private List<Integer> targets(AbstractInsnNode node) {
        List<Integer> targets = new ArrayList<>();
        if (node instanceof JumpInsnNode jump) {
            targets.add(indexOf(jump.label));
        } else if (node instanceof TableSwitchInsnNode table) {
            table.labels.forEach(label -> targets.add(indexOf(label)));
            targets.add(indexOf(table.dflt));
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.forEach(label -> targets.add(indexOf(label)));
            targets.add(indexOf(lookup.dflt));
        }
        return targets;
    }

    /** Backward data flow, repeated until nothing changes. */
    private void findLive() {
        for (int i = 0; i < leader.length; i++) {
            live[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int end = instructions.size(); end > 0; ) {
                int begin = end - 1;
                while (!leader[begin]) {
                    begin--;
                }
                BitSet before = liveBefore(begin, end);
                changed |= !before.equals(live[begin]);
                live[begin] = before;
                end = begin;
            }
        }
    }

    private BitSet liveBefore(int begin, int end) {
        BitSet now = new BitSet();
        AbstractInsnNode last = instructions.get(end - 1);
        if (fallsThrough(last)) {
            now.or(live[end]);
        }
        for (int i = end - 1; i >= begin; i--) {
            AbstractInsnNode node = instructions.get(i);
            for (int target : targets(node)) {
                now.or(live[target]);
            }
            for (TryCatchBlockNode handler : handlersAt(i, thrown.raisedBy(node))) {
                now.or(live[indexOf(handler.handler)]);
            }
            step(node, now);
        }
        return now;
    }

    /** Whether control may go on at the next instruction. */
    static boolean fallsThrough(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return !endsMethod(opcode) && opcode != GOTO && opcode != TABLESWITCH && opcode != LOOKUPSWITCH;
    }

    private static void step(AbstractInsnNode node, BitSet live) {
        if (node instanceof VarInsnNode access) {
            live.set(access.var, access.getOpcode() < ISTORE);
        } else if (node instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
    }
}
