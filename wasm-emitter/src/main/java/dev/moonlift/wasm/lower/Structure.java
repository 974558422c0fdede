package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes a flow as structured control (N. Ramsey, "Beyond Relooper", 2022), without recursion.
 *
 * <p>Each piece of code is written with the node to which falling out of its end leads, its successor: an exit there
 * needs no branch.
 */
final class Structure {
    /** The successor at the end of the function. */
    private static final Node END = new Node(null, Node.Ending.TRAP, null);

    /** The successor where the end may not be reached. */
    private static final Node NOWHERE = new Node(null, Node.Ending.TRAP, null);

    private final Placement placement;
    private final Locals locals;
    private final int selector;
    private final boolean hasResults;
    private final boolean hasFarExits;
    private final CodeWriter out = new CodeWriter();
    private final int[] blockLabels;
    private final int[] loopLabels;
    /** What is still to be written, the next on top. */
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private Structure(
            Flow flow, Placement placement, Locals locals, int selector, boolean hasResults, boolean hasFarExits) {
        this.hasFarExits = hasFarExits;
        this.placement = placement;
        this.locals = locals;
        this.selector = selector;
        this.hasResults = hasResults;
        blockLabels = new int[flow.size()];
        loopLabels = new int[flow.size()];
    }

    /**
     * The code of a function.
     *
     * @param selector the local that tells dispatchers where to go on, or -1 without dispatchers
     * @param hasResults whether the function has results
     * @param hasFarExits whether a branch out of a loop stands in an arm of its own
     */
    static List<Insn> write(
            Flow flow, Loops loops, Locals locals, int selector, boolean hasResults, boolean hasFarExits) {
        Placement placement = new Placement(flow, loops);
        return new Structure(flow, placement, locals, selector, hasResults, hasFarExits).write(flow.node(0));
    }

    private List<Insn> write(Node entry) {
        tasks.push(() -> writeNode(entry, END));
        while (!tasks.isEmpty()) {
            tasks.pop().run();
        }
        return out.finish(hasResults);
    }

    private void writeNode(Node node, Node successor) {
        List<Node> behind = placement.behind(node);
        List<Node> within = placement.within(node);
        openBlocks(behind);
        pushFollowers(behind, successor);
        Node inner = behind.isEmpty() ? successor : behind.get(0);
        if (placement.isHeader(node)) {
            loopLabels[node.index] = out.newLabel();
            out.open(WasmOp.LOOP, loopLabels[node.index]);
            tasks.push(out::close);
        }
        openBlocks(within);
        pushFollowers(within, inner);
        writeContent(node, within.isEmpty() ? inner : within.get(0));
    }

    private void openBlocks(List<Node> followers) {
        for (int i = followers.size() - 1; i >= 0; i--) {
            int label = out.newLabel();
            blockLabels[followers.get(i).index] = label;
            out.open(WasmOp.BLOCK, label);
        }
    }

    /** Each follower stands behind the end of its block, and falls through to the next. */
    private void pushFollowers(List<Node> followers, Node successor) {
        Node next = successor;
        for (int i = followers.size() - 1; i >= 0; i--) {
            Node follower = followers.get(i);
            Node behindFollower = next;
            tasks.push(() -> {
                out.close();
                writeNode(follower, behindFollower);
            });
            next = follower;
        }
    }

    private void writeContent(Node node, Node successor) {
        switch (node.ending) {
            case JUMP -> {
                writeCode(node);
                writeExit(node.exits.get(0), successor);
            }
            case BRANCH -> writeBranch(node, successor);
            case SWITCH -> writeSwitch(node, successor);
            case RETURN -> {
                writeCode(node);
                writeReturn(successor);
            }
            case TRAP -> {
                writeCode(node);
                out.leave(Insn.of(WasmOp.UNREACHABLE));
            }
        }
    }

    private void writeReturn(Node successor) {
        if (hasResults || successor != END) {
            out.leave(Insn.of(WasmOp.RETURN));
        }
    }

    private void writeCode(Node node) {
        writeCode(node.code);
        if (node.block == null) {
            out.add(Insn.of(WasmOp.LOCAL_GET, selector));
        }
    }

    private void writeCode(List<Insn> code) {
        for (Insn insn : code) {
            switch (insn.op()) {
                case LOCAL_GET, LOCAL_SET, LOCAL_TEE ->
                    out.add(Insn.of(insn.op(), locals.of(insn.value())).from(insn.origin()));
                default -> out.add(insn);
            }
        }
    }

    // --- exits ---

    private void writeExit(Exit exit, Node successor) {
        writeMoves(exit);
        if (placement.isInline(exit)) {
            tasks.push(() -> writeNode(exit.target, successor));
        } else if (!falls(exit, successor)) {
            out.branch(label(exit));
        }
    }

    /** All arguments are on the stack before the first parameter changes. */
    private void writeMoves(Exit exit) {
        List<Move> moves = exit.moves;
        moves.forEach(move -> writeCode(move.code()));
        for (int i = moves.size() - 1; i >= 0; i--) {
            out.add(Insn.of(WasmOp.LOCAL_SET, locals.of(moves.get(i).parameter().id())));
        }
        if (exit.selection != Exit.NO_SELECTION) {
            out.add(Insn.of(WasmOp.I32_CONST, exit.selection));
            out.add(Insn.of(WasmOp.LOCAL_SET, selector));
        }
    }

    private boolean falls(Exit exit, Node successor) {
        return exit.target == successor && !placement.isBack(exit);
    }

    private int label(Exit exit) {
        return (placement.isBack(exit) ? loopLabels : blockLabels)[exit.target.index];
    }

    /** Whether the exit is nothing but a branch to a label. */
    private boolean isBare(Exit exit) {
        return exit.isPlain() && !placement.isInline(exit);
    }

    // --- branches ---

    private void writeBranch(Node node, Node successor) {
        Exit ifTrue = node.exits.get(0);
        Exit ifFalse = node.exits.get(1);
        writeCode(node);
        if (isBare(ifTrue) && isBare(ifFalse)) {
            writeBareBranch(ifTrue, ifFalse, successor);
        } else if (isBare(ifTrue)) {
            writeHalfBareBranch(ifTrue, ifFalse, false, successor);
        } else if (isBare(ifFalse)) {
            writeHalfBareBranch(ifFalse, ifTrue, true, successor);
        } else {
            writeArms(ifTrue, ifFalse, successor);
        }
    }

    private void writeBareBranch(Exit ifTrue, Exit ifFalse, Node successor) {
        if (ifTrue.target == ifFalse.target) {
            out.add(Insn.of(WasmOp.DROP));
            writeExit(ifTrue, successor);
        } else if (falls(ifTrue, successor)) {
            out.invert();
            branchIf(ifFalse);
        } else {
            branchIf(ifTrue);
            writeExit(ifFalse, successor);
        }
    }

    /** The bare exit becomes a conditional branch in front of the other one, or what is behind an if. */
    private void writeHalfBareBranch(Exit bare, Exit other, boolean otherIfTrue, Node successor) {
        boolean isLoopLeft = placement.leavesLoop(bare) && !placement.leavesLoop(other);
        boolean wrap = falls(bare, successor) && bare.target.entrances.size() <= 2 && !isLoopLeft;
        if (wrap != otherIfTrue) {
            out.invert();
        }
        if (wrap) {
            out.open(WasmOp.IF, out.newLabel());
            tasks.push(out::closeIf);
        } else {
            branchIf(bare);
        }
        writeExit(other, successor);
    }

    /**
     * A conditional branch. One that leaves a loop may stand in an arm of its own: Cranelift lays that out behind the
     * loop, with what it has to move between registers and stack on the way.
     */
    private void branchIf(Exit exit) {
        if (!placement.leavesLoop(exit) || !hasFarExits) {
            out.branchIf(label(exit));
            return;
        }
        out.open(WasmOp.IF, out.newLabel());
        out.branch(label(exit));
        out.closeIf();
    }

    /**
     * The arm that leaves a loop comes first: of two successors Cranelift lays out the second at once, and the first
     * behind all that the second leads to. Else the smaller arm does: if control does not leave it at its end, the
     * other one needs no else.
     */
    private void writeArms(Exit ifTrue, Exit ifFalse, Node successor) {
        boolean swap = comesFirst(ifFalse, ifTrue, successor);
        Exit first = swap ? ifFalse : ifTrue;
        Exit second = swap ? ifTrue : ifFalse;
        if (swap) {
            out.invert();
        }
        out.open(WasmOp.IF, out.newLabel());
        tasks.push(() -> writeSecondArm(second, successor));
        writeExit(first, successor);
    }

    private boolean comesFirst(Exit exit, Exit other, Node successor) {
        if (placement.leavesLoop(exit) != placement.leavesLoop(other)) {
            return placement.leavesLoop(exit);
        }
        return placement.size(exit) < placement.size(other) && !endsAt(exit, successor);
    }

    private void writeSecondArm(Exit exit, Node successor) {
        if (out.isReachable()) {
            out.otherwise();
            tasks.push(() -> out.closeElse(true));
        } else {
            out.closeIf();
        }
        writeExit(exit, successor);
    }

    /** Whether the code at the exit is short and falls through to the successor. */
    private boolean endsAt(Exit exit, Node successor) {
        if (!placement.isInline(exit)) {
            return falls(exit, successor);
        }
        return exit.target.exits.stream().anyMatch(next -> falls(next, successor));
    }

    // --- switches ---

    private void writeSwitch(Node node, Node successor) {
        int[] labels = new int[node.exits.size()];
        Ints arms = openArms(node, successor, labels);
        writeCode(node);
        List<Integer> table = new ArrayList<>(node.table.length);
        for (int exit : node.table) {
            table.add(labels[exit]);
        }
        out.branchTable(table);
        Node behind = successor;
        for (int i = arms.size() - 1; i >= 0; i--) {
            pushArm(node.exits.get(arms.get(i)), behind);
            behind = NOWHERE;
        }
    }

    private void pushArm(Exit exit, Node successor) {
        tasks.push(() -> {
            out.close();
            writeExit(exit, successor);
        });
    }

    /**
     * Opens a block for each exit that is more than a label. Finds the labels of all exits; gives the numbers of these.
     */
    private Ints openArms(Node node, Node successor, int[] labels) {
        Ints arms = new Ints();
        int last = -1;
        for (int i = 0; i < labels.length; i++) {
            Exit exit = node.exits.get(i);
            if (isBare(exit)) {
                labels[i] = label(exit);
            } else if (last < 0 && falls(exit, successor)) {
                last = i;
            } else {
                arms.add(i);
            }
        }
        // Only the last can fall through.
        if (last >= 0) {
            arms.add(last);
        }
        for (int i = arms.size() - 1; i >= 0; i--) {
            labels[arms.get(i)] = out.newLabel();
            out.open(WasmOp.BLOCK, labels[arms.get(i)]);
        }
        return arms;
    }
}
