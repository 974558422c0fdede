package dev.moonlift.frontend.lua.ast;

import java.util.List;

/** A statement, with names and labels resolved. Positions are as in {@link Expression}. */
public sealed interface Statement {
    /**
     * {@code local names = values}
     *
     * @param variables those that take a register
     * @param toBeClosed the one among them that is to be closed, or null
     * @param endPosition last token
     */
    record LocalDeclaration(List<Variable> variables, List<Expression> values, Variable toBeClosed, int endPosition)
            implements Statement {}

    /** {@code local function name ... end} */
    record LocalFunction(Variable variable, FunctionBody body) implements Statement {}

    /** {@code function a.b.c ... end} */
    record FunctionDefinition(Expression target, FunctionBody body, int functionPosition) implements Statement {}

    /** {@code targets = values} */
    record Assignment(List<Expression> targets, List<Expression> values, int endPosition) implements Statement {}

    /** A call whose results are dropped. */
    record CallStatement(Expression.Suffixed call) implements Statement {}

    /** {@code do ... end} */
    record Do(Block block) implements Statement {}

    /**
     * {@code while condition do ... end}
     *
     * @param conditionPosition last token of the condition
     * @param exit where {@code break} goes, as in all loops
     */
    record While(Expression condition, int conditionPosition, Block body, Label exit, int endPosition)
            implements Statement {}

    /**
     * {@code repeat ... until condition}, where the condition sees the variables of the body
     *
     * @param endPosition last token
     */
    record Repeat(Block body, Expression condition, Label exit, int endPosition) implements Statement {}

    /**
     * {@code if ... then ... elseif ... else ... end}
     *
     * @param otherwise null if there is none
     */
    record If(List<Clause> clauses, Block otherwise) implements Statement {}

    /**
     * A condition with the block that it guards.
     *
     * @param thenPosition token {@code then}
     */
    record Clause(Expression condition, int thenPosition, Block block) {}

    /**
     * {@code for variable = start, limit, step do ... end}
     *
     * @param state the hidden variables
     * @param step null if there is none
     * @param header token {@code for}
     * @param doPosition token {@code do}
     * @param endPosition token {@code end}
     */
    record NumericFor(
            List<Variable> state,
            Variable variable,
            Expression start,
            Expression limit,
            Expression step,
            Block body,
            Label exit,
            int header,
            int doPosition,
            int endPosition)
            implements Statement {}

    /**
     * {@code for variables in values do ... end}
     *
     * @param header first token after {@code in}
     */
    record GenericFor(
            List<Variable> state,
            List<Variable> variables,
            List<Expression> values,
            Block body,
            Label exit,
            int header,
            int doPosition,
            int endPosition)
            implements Statement {}

    /**
     * {@code return values}
     *
     * @param mayTailCall false where a variable is still to be closed
     * @param endPosition last token of the values
     */
    record Return(List<Expression> values, boolean mayTailCall, int endPosition) implements Statement {}

    /** {@code goto name} or {@code break} */
    record Goto(Jump jump) implements Statement {}

    /** {@code ::name::} */
    record LabelStatement(Label label) implements Statement {}
}
