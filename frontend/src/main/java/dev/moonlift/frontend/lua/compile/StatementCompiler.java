package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Block;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Jump;
import dev.moonlift.frontend.lua.ast.Statement;
import java.util.List;

/** Compiles statements. After each one, the registers in use are those of variables. */
final class StatementCompiler {
    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;
    private final AssignmentCompiler assignments;
    private final LoopCompiler loops;

    StatementCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
        this.assignments = new AssignmentCompiler(function);
        this.loops = new LoopCompiler(function);
    }

    /** A block with a scope of its own. */
    void block(Block block) {
        int level = registers.top();
        statements(block);
        code.chargeTo(block.endPosition());
        leaveScope(level);
    }

    /** The statements of a block, whose scope stays open. */
    void statements(Block block) {
        for (int i = 0; i < block.statements().size(); i++) {
            code.chargeTo(block.positions().get(i));
            statement(block.statements().get(i));
            registers.freeTo(function.variables().count());
        }
    }

    /** Ends the scope of the variables from this register on. */
    void leaveScope(int level) {
        boolean close = function.variables().needCloseFrom(level);
        function.variables().deactivateTo(level);
        if (close) {
            code.emit(Op.CLOSE, level, 0, 0);
        }
        registers.freeTo(level);
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.CallStatement call) {
            function.places().call(call.call(), 0);
        } else if (statement instanceof Statement.Assignment assignment) {
            assignments.assign(assignment);
        } else if (statement instanceof Statement.LocalDeclaration declaration) {
            assignments.declare(declaration);
        } else if (statement instanceof Statement.If branch) {
            branch(branch);
        } else if (statement instanceof Statement.Return leave) {
            leave(leave);
        } else if (statement instanceof Statement.LocalFunction declaration) {
            assignments.declare(declaration);
        } else if (statement instanceof Statement.FunctionDefinition definition) {
            assignments.define(definition);
        } else if (statement instanceof Statement.NumericFor loop) {
            loops.loop(loop);
        } else if (statement instanceof Statement.GenericFor loop) {
            loops.loop(loop);
        } else if (statement instanceof Statement.While loop) {
            loops.loop(loop);
        } else if (statement instanceof Statement.Repeat loop) {
            loops.loop(loop);
        } else if (statement instanceof Statement.Do nested) {
            block(nested.block());
        } else if (statement instanceof Statement.Goto transfer) {
            jump(transfer.jump());
        } else if (statement instanceof Statement.LabelStatement label) {
            code.place(function.targetOf(label.label()));
        }
    }

    private void branch(Statement.If branch) {
        Target end = new Target();
        int last = branch.clauses().size() - 1;
        for (int i = 0; i <= last; i++) {
            Statement.Clause clause = branch.clauses().get(i);
            code.chargeTo(clause.thenPosition());
            if (onlyJump(clause.block()) != null) {
                Jump jump = onlyJump(clause.block());
                function.conditions().jumpIf(clause.condition(), true, function.targetOf(jump.target()));
                continue;
            }
            Target next = new Target();
            function.conditions().jumpIf(clause.condition(), false, next);
            block(clause.block());
            if ((i < last || branch.otherwise() != null) && !endsElsewhere(clause.block())) {
                code.jumpTo(end);
            }
            code.place(next);
        }
        if (branch.otherwise() != null) {
            block(branch.otherwise());
        }
        code.place(end);
    }

    /** The jump that a block consists of, if nothing is to be closed before it; else null. */
    private Jump onlyJump(Block block) {
        boolean single = block.statements().size() == 1;
        return single && block.statements().get(0) instanceof Statement.Goto transfer && !mustClose(transfer.jump())
                ? transfer.jump()
                : null;
    }

    /** Whether control never comes to the end of a block. */
    private static boolean endsElsewhere(Block block) {
        List<Statement> statements = block.statements();
        if (statements.isEmpty()) {
            return false;
        }
        Statement last = statements.get(statements.size() - 1);
        return last instanceof Statement.Return || last instanceof Statement.Goto;
    }

    private void jump(Jump jump) {
        if (mustClose(jump)) {
            code.emit(Op.CLOSE, jump.target().registerLevel(), 0, 0);
        }
        code.jumpTo(function.targetOf(jump.target()));
    }

    private boolean mustClose(Jump jump) {
        return !function.isClosing(jump.target())
                && function.variables().needCloseFrom(jump.target().registerLevel());
    }

    private void leave(Statement.Return leave) {
        List<Expression> values = leave.values();
        int first = registers.top();
        boolean tailCall = leave.mayTailCall()
                && values.size() == 1
                && values.get(0) instanceof Expression.Suffixed call
                && call.isCall();
        if (tailCall) {
            function.places().tailCall((Expression.Suffixed) values.get(0), closeFlag());
            code.emit(Op.RETURN, first, 0, closeFlag());
        } else if (values.size() == 1 && !values.get(0).isMultiple()) {
            int register = function.values().anyRegister(values.get(0));
            code.chargeTo(leave.endPosition());
            function.emitReturn(register, 1);
        } else {
            boolean open = function.values().toRegisters(values);
            code.chargeTo(leave.endPosition());
            function.emitReturn(first, open ? -1 : values.size());
        }
    }

    private int closeFlag() {
        return function.variables().needCloseFrom(0) ? 1 : 0;
    }
}
