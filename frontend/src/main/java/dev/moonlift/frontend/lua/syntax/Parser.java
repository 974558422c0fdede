package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.CompileWatch;
import dev.moonlift.frontend.lua.ast.Block;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.FunctionBody;
import dev.moonlift.frontend.lua.ast.Label;
import dev.moonlift.frontend.lua.ast.Statement;
import dev.moonlift.frontend.lua.ast.Suffix;
import dev.moonlift.frontend.lua.ast.Variable;
import dev.moonlift.frontend.lua.scope.FunctionScope;
import java.util.ArrayList;
import java.util.List;

/** Parses a chunk and, as it goes, resolves its names and labels. */
public final class Parser {
    private static final ByteString SELF = ByteString.utf8("self");
    private static final ByteString FOR_STATE = ByteString.utf8("(for state)");
    private static final int NUMERIC_STATE = 3;
    private static final int GENERIC_STATE = 4;

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private FunctionScope function;

    /** A parsed chunk: its main function, and where its tokens stand. */
    public record Chunk(FunctionBody main, SourceMap map) {}

    private Parser(byte[] source, ByteString chunkName, int maxDepth, CompileWatch watch) {
        tokens = new TokenStream(source, chunkName, maxDepth, watch);
        expressions = new ExpressionParser(tokens, this);
    }

    /**
     * The tree of a text, whose depth is within a small factor of {@code maxDepth}.
     *
     * @throws NestingException if constructs nest deeper than that
     */
    public static Chunk parse(byte[] source, ByteString chunkName, int maxDepth, CompileWatch watch) {
        return new Parser(source, chunkName, maxDepth, watch).chunk();
    }

    private Chunk chunk() {
        function = FunctionScope.ofChunk(tokens);
        function.openBlock();
        Block block = statements();
        tokens.check(TokenKind.END_OF_TEXT);
        int end = tokens.position();
        function.closeBlock();
        tokens.map().add(tokens.current());
        FunctionBody main = new FunctionBody(List.of(), true, block, function.upvalues(), 0, 0, end);
        return new Chunk(main, tokens.map());
    }

    FunctionScope function() {
        return function;
    }

    // ---- functions

    /** Parameters and body of a function, up to its {@code end}. */
    FunctionBody functionBody(boolean method, int line) {
        function = function.open(line);
        function.openBlock();
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        List<Variable> parameters = parameters(method);
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        Block block = statements();
        int lastLine = tokens.line();
        tokens.expectClosing(TokenKind.END, TokenKind.FUNCTION, line);
        function.closeBlock();
        FunctionScope closed = function;
        function = closed.enclosing();
        return new FunctionBody(
                parameters, closed.isVararg(), block, closed.upvalues(), line, lastLine, tokens.position());
    }

    private List<Variable> parameters(boolean method) {
        List<Variable> parameters = new ArrayList<>();
        if (method) {
            parameters.add(declare(SELF));
        }
        if (!tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
            do {
                if (tokens.at(TokenKind.NAME)) {
                    parameters.add(declare(tokens.expectName()));
                } else if (tokens.skip(TokenKind.DOTS)) {
                    function.markVararg();
                } else {
                    throw tokens.nearToken("<name> or '...' expected");
                }
            } while (!function.isVararg() && tokens.skip(TokenKind.COMMA));
        }
        parameters.forEach(function::activate);
        return parameters;
    }

    private Variable declare(ByteString name) {
        return function.declare(name);
    }

    // ---- statements

    private Block statements() {
        List<Statement> statements = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        while (!atBlockEnd(true)) {
            boolean last = tokens.at(TokenKind.RETURN);
            int position = tokens.position() + 1;
            statement(statements);
            while (positions.size() < statements.size()) {
                positions.add(position);
            }
            if (last) {
                break;
            }
        }
        return new Block(statements, positions, tokens.position());
    }

    /** Whether the token ends a block; {@code until} does, but not the scope of its variables. */
    private boolean atBlockEnd(boolean atUntil) {
        switch (tokens.kind()) {
            case ELSE:
            case ELSEIF:
            case END:
            case END_OF_TEXT:
                return true;
            case UNTIL:
                return atUntil;
            default:
                return false;
        }
    }

    private Block block() {
        function.openBlock();
        Block block = statements();
        function.closeBlock();
        return block;
    }

    /** Parses a statement and adds it to the list; labels may add several, an empty one none. */
    private void statement(List<Statement> to) {
        tokens.enter();
        int line = tokens.line();
        switch (tokens.kind()) {
            case SEMICOLON:
                tokens.advance();
                break;
            case IF:
                to.add(ifStatement(line));
                break;
            case WHILE:
                to.add(whileStatement(line));
                break;
            case DO:
                to.add(doStatement(line));
                break;
            case FOR:
                to.add(forStatement(line));
                break;
            case REPEAT:
                to.add(repeatStatement(line));
                break;
            case FUNCTION:
                to.add(functionStatement(line));
                break;
            case LOCAL:
                tokens.advance();
                to.add(tokens.skip(TokenKind.FUNCTION) ? localFunction() : localDeclaration());
                break;
            case DOUBLE_COLON:
                label(to, line);
                break;
            case RETURN:
                to.add(returnStatement());
                break;
            case BREAK:
                tokens.advance();
                to.add(new Statement.Goto(function.breakLoop(line)));
                break;
            case GOTO:
                to.add(gotoStatement());
                break;
            default:
                to.add(expressionStatement());
        }
        tokens.leave();
    }

    private Statement doStatement(int line) {
        tokens.advance();
        Block block = block();
        tokens.expectClosing(TokenKind.END, TokenKind.DO, line);
        return new Statement.Do(block);
    }

    private Statement ifStatement(int line) {
        List<Statement.Clause> clauses = new ArrayList<>(2);
        do {
            tokens.advance();
            Expression condition = expressions.expression();
            tokens.expect(TokenKind.THEN);
            int then = tokens.position();
            clauses.add(new Statement.Clause(condition.chargedTo(then), then, block()));
        } while (tokens.at(TokenKind.ELSEIF));
        Block otherwise = tokens.skip(TokenKind.ELSE) ? block() : null;
        tokens.expectClosing(TokenKind.END, TokenKind.IF, line);
        return new Statement.If(clauses, otherwise);
    }

    private Statement whileStatement(int line) {
        tokens.advance();
        Expression condition = expressions.expression();
        int conditionPosition = tokens.position();
        function.openBlock();
        tokens.expect(TokenKind.DO);
        Block body = block();
        tokens.expectClosing(TokenKind.END, TokenKind.WHILE, line);
        return new Statement.While(condition, conditionPosition, body, function.closeLoop(), tokens.position());
    }

    private Statement repeatStatement(int line) {
        function.openBlock();
        function.openBlock();
        tokens.advance();
        Block body = statements();
        tokens.expectClosing(TokenKind.UNTIL, TokenKind.REPEAT, line);
        Expression condition = expressions.expression();
        function.closeBlock();
        return new Statement.Repeat(body, condition, function.closeLoop(), tokens.position());
    }

    private Statement forStatement(int line) {
        function.openBlock();
        tokens.advance();
        int header = tokens.position();
        ByteString name = tokens.expectName();
        switch (tokens.kind()) {
            case ASSIGN:
                return numericFor(name, header, line);
            case COMMA:
            case IN:
                return genericFor(name, line);
            default:
                throw tokens.nearToken("'=' or 'in' expected");
        }
    }

    private Statement numericFor(ByteString name, int header, int line) {
        List<Variable> state = forState(NUMERIC_STATE);
        Variable variable = declare(name);
        tokens.advance();
        Expression start = expressions.expression();
        tokens.expect(TokenKind.COMMA);
        Expression limit = expressions.expression();
        Expression step = null;
        if (tokens.skip(TokenKind.COMMA)) {
            step = expressions.expression();
        }
        state.forEach(function::activate);
        int doPosition = tokens.position() + 1;
        Block body = loopBody(List.of(variable));
        tokens.expectClosing(TokenKind.END, TokenKind.FOR, line);
        return new Statement.NumericFor(
                state, variable, start, limit, step, body, function.closeLoop(), header, doPosition, tokens.position());
    }

    private Statement genericFor(ByteString first, int line) {
        List<Variable> state = forState(GENERIC_STATE);
        List<Variable> variables = new ArrayList<>(2);
        variables.add(declare(first));
        while (tokens.skip(TokenKind.COMMA)) {
            variables.add(declare(tokens.expectName()));
        }
        tokens.expect(TokenKind.IN);
        int header = tokens.position() + 1;
        List<Expression> values = expressions.list();
        state.get(GENERIC_STATE - 1).restrict(Variable.Kind.TO_BE_CLOSED);
        state.forEach(function::activate);
        int doPosition = tokens.position() + 1;
        Block body = loopBody(variables);
        tokens.expectClosing(TokenKind.END, TokenKind.FOR, line);
        return new Statement.GenericFor(
                state, variables, values, body, function.closeLoop(), header, doPosition, tokens.position());
    }

    private List<Variable> forState(int count) {
        List<Variable> state = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            state.add(declare(FOR_STATE));
        }
        return state;
    }

    private Block loopBody(List<Variable> variables) {
        tokens.expect(TokenKind.DO);
        function.openBlock();
        variables.forEach(function::activate);
        Block body = block();
        function.closeBlock();
        return body;
    }

    private Statement functionStatement(int line) {
        tokens.advance();
        int functionPosition = tokens.position();
        Token first = tokens.current();
        Expression target = expressions.name();
        List<Suffix> path = new ArrayList<>(1);
        while (tokens.at(TokenKind.DOT)) {
            path.add(expressions.field());
        }
        boolean method = tokens.at(TokenKind.COLON);
        if (method) {
            path.add(expressions.field());
        }
        if (!path.isEmpty()) {
            target = new Expression.Suffixed(target, path, tokens.position());
        }
        FunctionBody body = functionBody(method, line);
        checkAssignable(target, first);
        return new Statement.FunctionDefinition(target, body, functionPosition);
    }

    private Statement localFunction() {
        Variable variable = declare(tokens.expectName());
        function.activate(variable);
        return new Statement.LocalFunction(variable, functionBody(false, tokens.line()));
    }

    private Statement localDeclaration() {
        List<Variable> variables = new ArrayList<>(2);
        Variable toBeClosed = null;
        do {
            Variable variable = declarationItem();
            variables.add(variable);
            if (variable.kind() == Variable.Kind.TO_BE_CLOSED) {
                if (toBeClosed != null) {
                    throw tokens.atLine("multiple to-be-closed variables in local list");
                }
                toBeClosed = variable;
            }
        } while (tokens.skip(TokenKind.COMMA));
        List<Expression> values = tokens.skip(TokenKind.ASSIGN) ? expressions.list() : List.of();
        int end = tokens.position();
        boolean folded = foldLast(variables, values);
        variables.forEach(function::activate);
        return folded
                ? new Statement.LocalDeclaration(withoutLast(variables), withoutLast(values), toBeClosed, end)
                : new Statement.LocalDeclaration(variables, values, toBeClosed, end);
    }

    private Variable declarationItem() {
        Variable variable = declare(tokens.expectName());
        if (tokens.skip(TokenKind.LESS)) {
            variable.restrict(attribute(tokens.expectName()));
        }
        return variable;
    }

    private Variable.Kind attribute(ByteString name) {
        tokens.expect(TokenKind.GREATER);
        switch (name.toString()) {
            case "const":
                return Variable.Kind.CONSTANT;
            case "close":
                return Variable.Kind.TO_BE_CLOSED;
            default:
                throw tokens.atLine("unknown attribute '" + name + "'");
        }
    }

    /** Makes the last variable a compile-time constant if it is constant and its value is known now. */
    private static boolean foldLast(List<Variable> variables, List<Expression> values) {
        int last = variables.size() - 1;
        if (values.size() == variables.size()
                && variables.get(last).kind() == Variable.Kind.CONSTANT
                && values.get(last) instanceof Expression.Constant constant) {
            variables.get(last).fold(constant);
            return true;
        }
        return false;
    }

    private static <T> List<T> withoutLast(List<T> list) {
        return list.subList(0, list.size() - 1);
    }

    private void label(List<Statement> to, int line) {
        tokens.advance();
        ByteString name = tokens.expectName();
        tokens.expect(TokenKind.DOUBLE_COLON);
        while (tokens.at(TokenKind.SEMICOLON) || tokens.at(TokenKind.DOUBLE_COLON)) {
            statement(to);
        }
        Label label = function.label(name, line, atBlockEnd(false));
        to.add(new Statement.LabelStatement(label));
    }

    private Statement gotoStatement() {
        tokens.advance();
        int line = tokens.line();
        return new Statement.Goto(function.jump(tokens.expectName(), line));
    }

    private Statement returnStatement() {
        tokens.advance();
        boolean empty = atBlockEnd(true) || tokens.at(TokenKind.SEMICOLON);
        List<Expression> values = empty ? List.of() : expressions.list();
        int end = tokens.position();
        tokens.skip(TokenKind.SEMICOLON);
        return new Statement.Return(values, !function.insideToBeClosed(), end);
    }

    private Statement expressionStatement() {
        Token first = tokens.current();
        Expression expression = expressions.suffixed();
        if (tokens.at(TokenKind.ASSIGN) || tokens.at(TokenKind.COMMA)) {
            return assignment(expression, first);
        }
        if (expression instanceof Expression.Suffixed call && call.isCall()) {
            return new Statement.CallStatement(call);
        }
        throw tokens.nearToken("syntax error");
    }

    private Statement assignment(Expression firstTarget, Token first) {
        List<Expression> targets = new ArrayList<>(1);
        checkAssignable(firstTarget, first);
        targets.add(firstTarget);
        while (tokens.skip(TokenKind.COMMA)) {
            Token start = tokens.current();
            Expression target = expressions.suffixed();
            tokens.enter();
            checkAssignable(target, start);
            targets.add(target);
        }
        tokens.expect(TokenKind.ASSIGN);
        List<Expression> values = expressions.list();
        for (int i = 1; i < targets.size(); i++) {
            tokens.leave();
        }
        return new Statement.Assignment(targets, values, tokens.position());
    }

    private void checkAssignable(Expression target, Token first) {
        // A constant that begins with a name is one that a declaration has named.
        boolean namedConstant = target instanceof Expression.Constant && first.kind() == TokenKind.NAME;
        Variable variable = function.variableOf(target);
        if (namedConstant || variable != null && variable.isReadOnly()) {
            throw tokens.atLine("attempt to assign to const variable '" + first.text() + "'");
        }
        boolean place = variable != null
                || target instanceof Expression.Global
                || target instanceof Expression.Suffixed suffixed && !suffixed.isCall();
        if (!place) {
            throw tokens.nearToken("syntax error");
        }
    }
}
