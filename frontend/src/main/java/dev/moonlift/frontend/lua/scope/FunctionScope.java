package dev.moonlift.frontend.lua.scope;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Jump;
import dev.moonlift.frontend.lua.ast.Label;
import dev.moonlift.frontend.lua.ast.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function being parsed: its variables in scope, its upvalues, its labels.
 *
 * <p>A variable is first declared, which only counts it, and later activated, which brings it into scope and gives it
 * the next register: {@code local x = x} activates the new x after the old one was read.
 */
public final class FunctionScope {
    public static final int MAX_VARIABLES = 200;
    public static final int MAX_UPVALUES = 255;

    private static final ByteString ENVIRONMENT = ByteString.utf8("_ENV");
    private static final ByteString BREAK = ByteString.utf8("break");

    /** A variable in scope, with the one of the same name that it hides, if any. */
    private record Active(Variable variable, Variable hidden) {}

    private final FunctionScope enclosing;
    private final ScopeErrors errors;
    private final int lineDefined;
    private final List<Active> active = new ArrayList<>();
    private final Map<ByteString, Variable> visible = new HashMap<>();
    private final List<Prototype.Upvalue> upvalues = new ArrayList<>();
    private final List<Variable> upvalueVariables = new ArrayList<>();
    private final Map<ByteString, Integer> upvalueIndexes = new HashMap<>();
    private final Map<ByteString, Label> labels = new HashMap<>();
    private boolean vararg;
    private int declared;
    private int registerLevel;
    private int jumps;
    private BlockScope block;

    private FunctionScope(FunctionScope enclosing, ScopeErrors errors, int lineDefined) {
        this.enclosing = enclosing;
        this.errors = errors;
        this.lineDefined = lineDefined;
    }

    /** The scope of a chunk: a vararg function whose one upvalue is its environment. */
    public static FunctionScope ofChunk(ScopeErrors errors) {
        FunctionScope chunk = new FunctionScope(null, errors, 0);
        chunk.vararg = true;
        chunk.addUpvalue(new Prototype.Upvalue(ENVIRONMENT, true, 0), new Variable(ENVIRONMENT));
        return chunk;
    }

    /** The scope of a function within this one. */
    public FunctionScope open(int line) {
        return new FunctionScope(this, errors, line);
    }

    public FunctionScope enclosing() {
        return enclosing;
    }

    public int lineDefined() {
        return lineDefined;
    }

    public boolean isVararg() {
        return vararg;
    }

    public void markVararg() {
        vararg = true;
    }

    public List<Prototype.Upvalue> upvalues() {
        return upvalues;
    }

    // ---- variables

    /** Counts a new variable, which is not in scope yet. */
    public Variable declare(ByteString name) {
        checkLimit(++declared, MAX_VARIABLES, "local variables");
        return new Variable(name);
    }

    /** Brings a declared variable into scope. */
    public void activate(Variable variable) {
        if (variable.kind() != Variable.Kind.COMPILE_TIME_CONSTANT) {
            variable.assignRegister(registerLevel++);
        }
        if (variable.kind() == Variable.Kind.TO_BE_CLOSED) {
            block.markToBeClosed();
        }
        active.add(new Active(variable, visible.put(variable.name(), variable)));
    }

    /** What a name stands for: a local variable, an upvalue, a constant, or a field of the environment. */
    public Expression resolve(ByteString name, int position) {
        Expression found = find(name, position);
        return found != null ? found : new Expression.Global(find(ENVIRONMENT, position), name, position);
    }

    /** The variable behind a local variable or upvalue of this function. */
    public Variable variableOf(Expression target) {
        if (target instanceof Expression.Local local) {
            return local.variable();
        }
        return target instanceof Expression.Upvalue upvalue ? upvalueVariables.get(upvalue.index()) : null;
    }

    private Expression find(ByteString name, int position) {
        Variable variable = visible.get(name);
        if (variable != null) {
            return variable.kind() == Variable.Kind.COMPILE_TIME_CONSTANT
                    ? variable.value().chargedTo(position)
                    : new Expression.Local(variable, position);
        }
        // Nothing that comes into scope outside while this function is parsed, so a name keeps its meaning.
        Integer known = upvalueIndexes.get(name);
        return known != null ? new Expression.Upvalue(known, position) : findOutside(name, position);
    }

    private Expression findOutside(ByteString name, int position) {
        Expression outer = enclosing == null ? null : enclosing.find(name, position);
        if (outer instanceof Expression.Local local) {
            local.variable().markCaptured();
            Variable variable = local.variable();
            int index = addUpvalue(new Prototype.Upvalue(name, true, variable.register()), variable);
            return new Expression.Upvalue(index, position);
        }
        if (outer instanceof Expression.Upvalue upvalue) {
            Variable variable = enclosing.upvalueVariables.get(upvalue.index());
            int index = addUpvalue(new Prototype.Upvalue(name, false, upvalue.index()), variable);
            return new Expression.Upvalue(index, position);
        }
        return outer;
    }

    private int addUpvalue(Prototype.Upvalue upvalue, Variable variable) {
        checkLimit(upvalues.size() + 1, MAX_UPVALUES, "upvalues");
        upvalueIndexes.put(upvalue.name(), upvalues.size());
        upvalues.add(upvalue);
        upvalueVariables.add(variable);
        return upvalues.size() - 1;
    }

    private void checkLimit(int value, int limit, String what) {
        if (value > limit) {
            String where = lineDefined == 0 ? "main function" : "function at line " + lineDefined;
            throw errors.nearToken("too many " + what + " (limit is " + limit + ") in " + where);
        }
    }

    // ---- blocks

    public void openBlock() {
        block = new BlockScope(block, active.size(), registerLevel);
    }

    /** Whether a variable in scope is still to be closed. */
    public boolean insideToBeClosed() {
        return block.insideToBeClosed();
    }

    /** Leaves the block; its last one ends the function. */
    public void closeBlock() {
        dropVariables();
        dropLabels();
        leaveBlock();
    }

    /** Leaves the block of a loop. Returns the label behind it, where its breaks go. */
    public Label closeLoop() {
        dropVariables();
        Label exit = new Label(BREAK, 0, active.size(), registerLevel);
        resolvePending(exit);
        dropLabels();
        leaveBlock();
        return exit;
    }

    private void dropVariables() {
        while (active.size() > block.activeVariables()) {
            Active last = active.remove(active.size() - 1);
            declared--;
            if (last.hidden() == null) {
                visible.remove(last.variable().name());
            } else {
                visible.put(last.variable().name(), last.hidden());
            }
        }
        registerLevel = block.registerLevel();
    }

    private void dropLabels() {
        block.labels().forEach(labels::remove);
    }

    private void leaveBlock() {
        if (block.enclosing() != null) {
            block.movePendingOut();
        } else if (block.firstPending() != null) {
            throw undefined(block.firstPending().jump());
        }
        block = block.enclosing();
    }

    // ---- labels

    /** A {@code break} at a line. */
    public Jump breakLoop(int line) {
        return jump(BREAK, line);
    }

    /** A {@code goto} at a line, to a label that may still be to come. */
    public Jump jump(ByteString name, int line) {
        Jump jump = new Jump(name, line);
        Label label = labels.get(name);
        if (label != null) {
            jump.resolve(label);
        } else {
            block.addPending(new PendingJump(jump, jumps++, active.size()));
        }
        return jump;
    }

    /**
     * A label at a line.
     *
     * @param last whether nothing follows in the block, so that its variables count as out of scope
     */
    public Label label(ByteString name, int line, boolean last) {
        Label repeated = labels.get(name);
        if (repeated != null) {
            throw errors.atLine("label '" + name + "' already defined on line " + repeated.line());
        }
        Label label = last
                ? new Label(name, line, block.activeVariables(), block.registerLevel())
                : new Label(name, line, active.size(), registerLevel);
        labels.put(name, label);
        block.labels().add(name);
        resolvePending(label);
        return label;
    }

    private void resolvePending(Label label) {
        for (PendingJump pending : block.takePending(label.name())) {
            if (pending.activeVariables() < label.activeVariables()) {
                ByteString entered =
                        active.get(pending.activeVariables()).variable().name();
                throw errors.atLine("<goto " + label.name() + "> at line "
                        + pending.jump().line() + " jumps into the scope of local '" + entered + "'");
            }
            pending.jump().resolve(label);
        }
    }

    private LuaSyntaxException undefined(Jump jump) {
        return errors.atLine(
                jump.name().equals(BREAK)
                        ? "break outside loop at line " + jump.line()
                        : "no visible label '" + jump.name() + "' for <goto> at line " + jump.line());
    }
}
