package dev.moonlift.runtime.jit.chicory;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_5;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INTEGER;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.SIPUSH;
import static org.objectweb.asm.Opcodes.TOP;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.memory.DirectBytes;
import dev.moonlift.runtime.memory.HeapMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts loads and stores of a method in place of calls of {@link DirectAccess}: HotSpot's second compiler puts no more
 * than 8,000 bytes of bytecode in place of calls, of which long functions want several times as many for their accesses
 * alone; its first compiler does it nowhere, since each is too long to be done wherever one is. In place they cost half
 * of that, mostly because a base is checked but once: see {@link CheckedBases}.
 *
 * <p>A check of a base says that it is no address of the memory's last bytes, which are unused: so it is for all
 * offsets that lead no further than into those. Where nothing but such a check has been done, those bytes can be
 * accessed, but nothing behind them.
 *
 * <p>The array that is the memory is held in a local variable, until something is called that may make the memory grow.
 * The type that HotSpot knows of it must say that it is not null, or every store might be to anywhere: so its length is
 * taken in the same place, and it is taken anew in loops.
 */
final class AccessesInPlace {
    /** Offsets that one check is for. */
    private static final int REACH = Layout.TAIL_GUARD - Long.BYTES;

    private static final String HEAP = Type.getInternalName(HeapMemory.class);
    private static final String BYTES = Type.getDescriptor(byte[].class);
    private static final String CODE_MEMORY = Type.getInternalName(CodeMemory.class);

    private final MethodNode method;
    private final InsnList instructions;
    /** Local variables. */
    private final int memory;

    private final int heap;
    private final int bytes;
    private final int limit;
    private final int base;
    private final int value;

    private final CheckedBases checked;
    private final Set<AbstractInsnNode> chosen;

    private AccessesInPlace(MethodNode method, CheckedBases checked, List<AbstractInsnNode> chosen) {
        this.method = method;
        this.checked = checked;
        this.chosen = new HashSet<>(chosen);
        this.instructions = method.instructions;
        Type[] parameters = Type.getArgumentTypes(method.desc);
        int slots = 0;
        for (Type parameter : parameters) {
            slots += parameter.getSize();
        }
        memory = slots - 2;
        heap = method.maxLocals;
        bytes = heap + 1;
        limit = heap + 2;
        base = heap + 3;
        value = heap + 4;
    }

    /**
     * Changes a method of a function that has frames in full.
     *
     * @param budget of the function
     */
    static void put(MethodNode method, AccessBudget budget) {
        CheckedBases checked = new CheckedBases(method.instructions, method.maxLocals);
        List<AbstractInsnNode> accesses = new ArrayList<>();
        for (AbstractInsnNode node : method.instructions) {
            if (Access.of(node) != null) {
                accesses.add(node);
            }
        }
        if (accesses.size() > budget.most()) {
            accesses.sort(Comparator.comparing(checked::loops).reversed());
            accesses = accesses.subList(0, budget.most());
        }
        budget.use(accesses.size());
        if (!accesses.isEmpty()) {
            new AccessesInPlace(method, checked, accesses).change();
        }
    }

    private void change() {
        for (AbstractInsnNode node : instructions.toArray()) {
            checked.reach(node);
            Access access = Access.of(node);
            if (access != null && chosen.contains(node)) {
                place((MethodInsnNode) node, access);
            } else if (node instanceof FrameNode frame) {
                addLocals(frame);
            }
            checked.pass(node);
        }
        InsnList entry = new InsnList();
        entry.add(new VarInsnNode(ALOAD, memory));
        entry.add(new TypeInsnNode(CHECKCAST, CODE_MEMORY));
        entry.add(new FieldInsnNode(GETFIELD, CODE_MEMORY, "heap", "L" + HEAP + ";"));
        entry.add(new VarInsnNode(ASTORE, heap));
        takeBytes(entry);
        instructions.insert(entry);
        method.maxLocals = value + 2;
        method.maxStack += 8;
    }

    private void addLocals(FrameNode frame) {
        List<Object> locals = new ArrayList<>(frame.local);
        int slots = 0;
        for (Object local : locals) {
            slots += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slots < heap; slots++) {
            locals.add(TOP);
        }
        locals.addAll(List.of(HEAP, BYTES, INTEGER));
        frame.local = locals;
    }

    private void takeBytes(InsnList code) {
        code.add(new VarInsnNode(ALOAD, heap));
        code.add(new FieldInsnNode(GETFIELD, HEAP, "bytes", BYTES));
        code.add(new InsnNode(DUP));
        code.add(new VarInsnNode(ASTORE, bytes));
        code.add(new InsnNode(ARRAYLENGTH));
        code.add(new IntInsnNode(BIPUSH, Layout.TAIL_GUARD));
        code.add(new InsnNode(ISUB));
        code.add(new VarInsnNode(ISTORE, limit));
    }

    /** Before the call there are the base, the value if it is a store, a constant offset, the memory. */
    private void place(MethodInsnNode call, Access access) {
        AbstractInsnNode theMemory = call.getPrevious();
        AbstractInsnNode theOffset = theMemory.getPrevious();
        int offset = constant(theOffset);
        if (theMemory.getOpcode() != ALOAD || ((VarInsnNode) theMemory).var != memory || offset < 0) {
            return;
        }
        instructions.remove(theMemory);
        instructions.remove(theOffset);
        MethodInsnNode done =
                new MethodInsnNode(INVOKEVIRTUAL, DirectBytes.UNSAFE, access.unsafeName(), access.unsafeType(), false);
        instructions.set(call, done);
        AbstractInsnNode producer = StackEffect.producer(done, access.isStore() ? 1 : 0);
        InsnList code = new InsnList();
        if (isBase(producer) && isAsBefore(producer, done)) {
            pushPlace(code, producer, offset);
            instructions.insertBefore(producer, code);
            instructions.remove(producer);
            return;
        }
        if (access.isStore()) {
            code.add(new VarInsnNode(access.type().getOpcode(ISTORE), value));
        }
        code.add(new VarInsnNode(ISTORE, base));
        pushPlace(code, new VarInsnNode(ILOAD, base), offset);
        if (access.isStore()) {
            code.add(new VarInsnNode(access.type().getOpcode(ILOAD), value));
        }
        instructions.insertBefore(done, code);
    }

    private static boolean isBase(AbstractInsnNode node) {
        return node != null && (node.getOpcode() == ILOAD || node.getOpcode() == ICONST_0);
    }

    /** Whether variables are the same where a base is pushed as where it is used, or that is the next instruction. */
    private boolean isAsBefore(AbstractInsnNode producer, AbstractInsnNode use) {
        if (producer.getNext() == use) {
            return true;
        }
        int variable = producer instanceof VarInsnNode load ? load.var : -1;
        for (AbstractInsnNode node = producer.getNext(); node != use; node = node.getNext()) {
            boolean isWrite = node instanceof VarInsnNode store
                    && store.getOpcode() >= ISTORE
                    && (store.var == variable || store.var == bytes);
            if (isWrite || CheckedBases.mayGrow(node)) {
                return false;
            }
        }
        return checked.hasBytes();
    }

    /** Pushes the Unsafe, the array, and the place in it. */
    private void pushPlace(InsnList code, AbstractInsnNode theBase, int offset) {
        if (!checked.hasBytes()) {
            takeBytes(code);
            checked.takeBytes();
        }
        boolean isKnown = theBase.getOpcode() == ICONST_0 && offset < CodeMemory.LEAST_BYTES - Layout.TAIL_GUARD;
        if (!isKnown) {
            check(code, theBase, offset - offset % REACH);
        }
        code.add(DirectAccess.pushUnsafe());
        code.add(new VarInsnNode(ALOAD, bytes));
        if (isKnown) {
            code.add(new LdcInsnNode(DirectBytes.firstPlace() + offset));
        } else {
            code.add(theBase.clone(Map.of()));
            code.add(new InsnNode(I2L));
            code.add(new LdcInsnNode(DirectBytes.firstPlace() + offset));
            code.add(new InsnNode(LADD));
        }
    }

    private void check(InsnList code, AbstractInsnNode theBase, int offset) {
        int variable = theBase instanceof VarInsnNode load && load.var != base ? load.var : -1;
        if (variable >= 0 && checked.isChecked(variable, offset)) {
            return;
        }
        code.add(theBase.clone(Map.of()));
        code.add(new VarInsnNode(ILOAD, limit));
        if (offset != 0) {
            code.add(offset <= Short.MAX_VALUE ? new IntInsnNode(SIPUSH, offset) : new LdcInsnNode(offset));
            code.add(new InsnNode(ISUB));
        }
        code.add(new MethodInsnNode(INVOKESTATIC, "java/util/Objects", "checkIndex", "(II)I", false));
        code.add(new InsnNode(POP));
        if (variable >= 0) {
            checked.check(variable, offset);
        }
    }

    /** The number that an instruction pushes if that is not negative and no more than an offset may be. */
    private static int constant(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        if (opcode >= ICONST_0 && opcode <= ICONST_5) {
            return opcode - ICONST_0;
        }
        if (node instanceof IntInsnNode push && (opcode == BIPUSH || opcode == SIPUSH)) {
            return push.operand;
        }
        return node instanceof LdcInsnNode load && load.cst instanceof Integer number && number < Integer.MAX_VALUE / 2
                ? number
                : -1;
    }
}
