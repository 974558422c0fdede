package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Block;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Statement;
import dev.moonlift.frontend.lua.ast.Variable;
import java.util.List;

/** Compiles loops. */
final class LoopCompiler {
    /** Registers that the call of an iterator takes, above the state of the loop. */
    private static final int ITERATOR_CALL = 3;

    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    LoopCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    void loop(Statement.While loop) {
        Target start = new Target();
        Target exit = function.targetOf(loop.exit());
        code.place(start);
        code.chargeTo(loop.conditionPosition());
        function.conditions().jumpIf(loop.condition(), false, exit);
        function.statements().block(loop.body());
        code.jumpTo(start);
        code.chargeTo(loop.endPosition());
        code.place(exit);
    }

    void loop(Statement.Repeat loop) {
        Target start = new Target();
        Target exit = function.targetOf(loop.exit());
        code.place(start);
        int level = registers.top();
        function.statements().statements(loop.body());
        code.chargeTo(loop.endPosition());
        if (function.variables().needCloseFrom(level)) {
            Target done = new Target();
            function.conditions().jumpIf(loop.condition(), true, done);
            code.emit(Op.CLOSE, level, 0, 0);
            code.jumpTo(start);
            code.place(done);
        } else {
            function.conditions().jumpIf(loop.condition(), false, start);
        }
        function.statements().leaveScope(level);
        code.place(exit);
    }

    void loop(Statement.NumericFor loop) {
        int base = registers.top();
        function.values().nextRegister(loop.start());
        function.values().nextRegister(loop.limit());
        Expression step = loop.step() != null ? loop.step() : new Expression.Constant(1L, loop.doPosition() - 1);
        function.values().nextRegister(step);
        loop.state().forEach(function.variables()::activate);
        code.chargeTo(loop.doPosition());
        int prepare = code.emitWide(Op.FORPREP, base, 0);
        body(List.of(loop.variable()), loop.body());
        code.setDistance(prepare, code.here() - (prepare + 1));
        code.place(new Target());
        code.chargeTo(loop.header());
        int end = code.emitWide(Op.FORLOOP, base, 0);
        code.chargeTo(loop.body().endPosition());
        code.setDistance(end, end - prepare);
        code.chargeTo(loop.endPosition());
        function.statements().leaveScope(base);
        code.place(function.targetOf(loop.exit()));
    }

    void loop(Statement.GenericFor loop) {
        int base = registers.top();
        // Breaks go to the instruction that closes what the loop has opened.
        function.markClosing(loop.exit());
        function.values().adjusted(loop.values(), loop.state().size());
        loop.state().forEach(function.variables()::activate);
        registers.ensure(ITERATOR_CALL);
        code.chargeTo(loop.doPosition());
        int prepare = code.emitWide(Op.TFORPREP, base, 0);
        body(loop.variables(), loop.body());
        code.setDistance(prepare, code.here() - (prepare + 1));
        code.place(new Target());
        code.chargeTo(loop.header());
        code.emit(Op.TFORCALL, base, 0, loop.variables().size());
        int end = code.emitWide(Op.TFORLOOP, base, 0);
        code.chargeTo(loop.body().endPosition());
        code.setDistance(end, end - prepare);
        code.chargeTo(loop.endPosition());
        code.place(function.targetOf(loop.exit()));
        function.statements().leaveScope(base);
    }

    private void body(List<Variable> variables, Block body) {
        int level = registers.reserve(variables.size());
        variables.forEach(function.variables()::activate);
        function.statements().statements(body);
        code.chargeTo(body.endPosition());
        function.statements().leaveScope(level);
    }
}
