package dev.moonlift.frontend.lua.scope;

import dev.moonlift.frontend.lua.ast.Jump;

/** A jump waiting for its label. */
final class PendingJump {
    private final Jump jump;
    private final int order;
    private int activeVariables;

    /**
     * @param order tells which jump came first in the text
     * @param activeVariables variables in scope at the jump
     */
    PendingJump(Jump jump, int order, int activeVariables) {
        this.jump = jump;
        this.order = order;
        this.activeVariables = activeVariables;
    }

    Jump jump() {
        return jump;
    }

    int order() {
        return order;
    }

    /** Variables in scope at the jump that are still in scope. */
    int activeVariables() {
        return activeVariables;
    }

    /** Leaves a block, so that no more than these variables are in scope. */
    void moveOut(int remaining) {
        activeVariables = remaining;
    }
}
