package dev.moonlift.frontend.lua.scope;

import dev.moonlift.frontend.bytecode.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A block being parsed: where its variables begin, the labels in it and the jumps that have found no label yet. */
final class BlockScope {
    private final BlockScope enclosing;
    private final int activeVariables;
    private final int registerLevel;
    private final List<ByteString> labels = new ArrayList<>(0);
    private final Map<ByteString, List<PendingJump>> pending = new HashMap<>(4);
    private boolean insideToBeClosed;

    BlockScope(BlockScope enclosing, int activeVariables, int registerLevel) {
        this.enclosing = enclosing;
        this.activeVariables = activeVariables;
        this.registerLevel = registerLevel;
        this.insideToBeClosed = enclosing != null && enclosing.insideToBeClosed;
    }

    BlockScope enclosing() {
        return enclosing;
    }

    /** Variables of the function in scope outside the block. */
    int activeVariables() {
        return activeVariables;
    }

    /** Registers that these take. */
    int registerLevel() {
        return registerLevel;
    }

    List<ByteString> labels() {
        return labels;
    }

    void markToBeClosed() {
        insideToBeClosed = true;
    }

    boolean insideToBeClosed() {
        return insideToBeClosed;
    }

    void addPending(PendingJump jump) {
        pending.computeIfAbsent(jump.jump().name(), name -> new ArrayList<>(1)).add(jump);
    }

    /** Takes out the jumps that wait for this name, in the order of the text. */
    List<PendingJump> takePending(ByteString name) {
        List<PendingJump> jumps = pending.remove(name);
        return jumps == null ? List.of() : jumps;
    }

    /** Hands the jumps that are left to the enclosing block, whose variables are all that is in scope for them now. */
    void movePendingOut() {
        pending.forEach((name, jumps) -> {
            jumps.forEach(jump -> jump.moveOut(activeVariables));
            List<PendingJump> before = enclosing.pending.putIfAbsent(name, jumps);
            if (before != null) {
                before.addAll(jumps);
            }
        });
    }

    /** The first jump in the text that has found no label; null if there is none. */
    PendingJump firstPending() {
        PendingJump first = null;
        for (List<PendingJump> jumps : pending.values()) {
            PendingJump candidate = jumps.get(0);
            if (first == null || candidate.order() < first.order()) {
                first = candidate;
            }
        }
        return first;
    }
}
