package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.ast.BinaryOperator;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Expression.Concatenation;
import dev.moonlift.frontend.lua.ast.Expression.Conjunction;
import dev.moonlift.frontend.lua.ast.Expression.Constant;
import dev.moonlift.frontend.lua.ast.Expression.Disjunction;
import dev.moonlift.frontend.lua.ast.Expression.Link;
import dev.moonlift.frontend.lua.ast.Expression.Operation;
import dev.moonlift.frontend.lua.ast.Suffix;
import dev.moonlift.frontend.lua.ast.TableField;
import dev.moonlift.frontend.lua.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** Parses expressions. Operators are grouped by strength; each run of equal level becomes one node of the tree. */
final class ExpressionParser {
    private final TokenStream tokens;
    private final Parser parser;

    ExpressionParser(TokenStream tokens, Parser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    /** {@code expression {',' expression}} */
    List<Expression> list() {
        Expression first = expression();
        if (!tokens.at(TokenKind.COMMA)) {
            return List.of(first);
        }
        List<Expression> expressions = new ArrayList<>();
        expressions.add(first);
        while (tokens.skip(TokenKind.COMMA)) {
            int last = expressions.size() - 1;
            expressions.set(last, expressions.get(last).chargedTo(tokens.position()));
            expressions.add(expression());
        }
        return expressions;
    }

    Expression expression() {
        return operation(0);
    }

    /** An operand and the operators after it that bind it more strongly than {@code strength}. */
    private Expression operation(int strength) {
        tokens.enter();
        UnaryOperator unary = unaryOperator(tokens.kind());
        Expression left = unary == null ? simple() : unary(unary);
        BinaryOperator operator = binaryOperator(tokens.kind());
        while (operator != null && operator.leftStrength() > strength) {
            tokens.advance();
            int position = tokens.position();
            Expression right = operation(operator.rightStrength());
            left = combine(operator, left, right, position);
            operator = binaryOperator(tokens.kind());
        }
        tokens.leave();
        return left;
    }

    private Expression unary(UnaryOperator operator) {
        tokens.advance();
        int position = tokens.position();
        Expression operand = operation(BinaryOperator.UNARY_STRENGTH);
        Constant folded = ConstantFolding.fold(operator, operand);
        return folded != null ? folded : new Expression.Unary(operator, operand, position);
    }

    private Expression combine(BinaryOperator operator, Expression left, Expression right, int position) {
        Constant folded = ConstantFolding.fold(operator, left, right);
        if (folded != null) {
            return folded;
        }
        switch (operator) {
            case AND:
                return new Conjunction(
                        joined(left instanceof Conjunction chain ? chain.operands() : null, left, right, position));
            case OR:
                return new Disjunction(
                        joined(left instanceof Disjunction chain ? chain.operands() : null, left, right, position));
            case CONCATENATE:
                return concatenate(left.chargedTo(position), right, position);
            default:
                return operate(operator, left, right, position);
        }
    }

    /** The operands of a chain that goes on, or of a new one. */
    private static List<Expression> joined(List<Expression> chain, Expression left, Expression right, int position) {
        List<Expression> operands = chain;
        if (operands == null) {
            operands = new ArrayList<>();
            operands.add(left.chargedTo(position));
        } else {
            int last = operands.size() - 1;
            operands.set(last, operands.get(last).chargedTo(position));
        }
        operands.add(right);
        return operands;
    }

    private static Expression concatenate(Expression left, Expression right, int position) {
        List<Expression> operands = new ArrayList<>();
        operands.add(left);
        if (right.unwrapped() instanceof Concatenation chain) {
            operands.addAll(chain.operands());
            return new Concatenation(operands, chain.operatorPosition());
        }
        operands.add(right);
        return new Concatenation(operands, position);
    }

    private Expression operate(BinaryOperator operator, Expression left, Expression right, int position) {
        Link link = new Link(operator, right, position, tokens.position());
        if (left instanceof Operation chain) {
            chain.links().add(link);
            return chain;
        }
        List<Link> links = new ArrayList<>(2);
        links.add(link);
        return new Operation(left.chargedTo(position), links);
    }

    private Expression simple() {
        switch (tokens.kind()) {
            case NUMBER:
            case STRING:
                return constant(tokens.current().value());
            case NIL:
                return constant(null);
            case TRUE:
                return constant(true);
            case FALSE:
                return constant(false);
            case DOTS:
                if (!parser.function().isVararg()) {
                    throw tokens.nearToken("cannot use '...' outside a vararg function");
                }
                tokens.advance();
                return new Expression.ExtraArguments(tokens.position());
            case LEFT_BRACE:
                return table();
            case FUNCTION:
                tokens.advance();
                return new Expression.Function(parser.functionBody(false, tokens.line()));
            default:
                return suffixed();
        }
    }

    private Constant constant(Object value) {
        tokens.advance();
        return new Constant(value, tokens.position());
    }

    /** A name or parenthesized expression, with all that indexes and calls it. */
    Expression suffixed() {
        Expression head = primary();
        List<Suffix> suffixes = new ArrayList<>(2);
        while (true) {
            switch (tokens.kind()) {
                case DOT:
                    suffixes.add(field());
                    break;
                case LEFT_BRACKET:
                    suffixes.add(new Suffix.Index(bracketedKey(), tokens.position()));
                    break;
                case COLON:
                    suffixes.add(method());
                    break;
                case LEFT_PARENTHESIS:
                case LEFT_BRACE:
                case STRING:
                    int open = tokens.position() + 1;
                    suffixes.add(new Suffix.Call(arguments(), open));
                    break;
                default:
                    return suffixes.isEmpty() ? head : new Expression.Suffixed(head, suffixes, tokens.position());
            }
        }
    }

    private Expression primary() {
        if (tokens.at(TokenKind.NAME)) {
            return name();
        }
        if (!tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            throw tokens.nearToken("unexpected symbol");
        }
        int line = tokens.line();
        tokens.advance();
        Expression inner = expression();
        tokens.expectClosing(TokenKind.RIGHT_PARENTHESIS, TokenKind.LEFT_PARENTHESIS, line);
        return inner instanceof Constant ? inner : new Expression.Parenthesized(inner.chargedTo(tokens.position()));
    }

    /** A variable. */
    Expression name() {
        ByteString name = tokens.expectName();
        return parser.function().resolve(name, tokens.position());
    }

    /** {@code .name}, or {@code :name} where a method is defined. */
    Suffix.Index field() {
        tokens.advance();
        return new Suffix.Index(nameAsKey(), tokens.position());
    }

    private Constant nameAsKey() {
        ByteString name = tokens.expectName();
        return new Constant(name, tokens.position());
    }

    private Expression bracketedKey() {
        tokens.advance();
        Expression key = expression();
        tokens.expect(TokenKind.RIGHT_BRACKET);
        return key;
    }

    private Suffix method() {
        tokens.advance();
        ByteString name = tokens.expectName();
        int namePosition = tokens.position();
        return new Suffix.Method(name, namePosition, arguments(), namePosition + 1);
    }

    private List<Expression> arguments() {
        switch (tokens.kind()) {
            case STRING:
                return List.of(constant(tokens.current().value()));
            case LEFT_BRACE:
                return List.of(table());
            case LEFT_PARENTHESIS:
                int line = tokens.line();
                tokens.advance();
                List<Expression> arguments = tokens.at(TokenKind.RIGHT_PARENTHESIS) ? List.of() : list();
                tokens.expectClosing(TokenKind.RIGHT_PARENTHESIS, TokenKind.LEFT_PARENTHESIS, line);
                return chargeLast(arguments, tokens.position());
            default:
                throw tokens.nearToken("function arguments expected");
        }
    }

    private static List<Expression> chargeLast(List<Expression> expressions, int position) {
        int last = expressions.size() - 1;
        if (last < 0 || expressions.get(last) == expressions.get(last).chargedTo(position)) {
            return expressions;
        }
        List<Expression> charged = new ArrayList<>(expressions);
        charged.set(last, charged.get(last).chargedTo(position));
        return charged;
    }

    private Expression table() {
        int line = tokens.line();
        tokens.expect(TokenKind.LEFT_BRACE);
        List<TableField> fields = new ArrayList<>();
        while (!tokens.at(TokenKind.RIGHT_BRACE)) {
            TableField field = tableField();
            boolean separated = tokens.skip(TokenKind.COMMA) || tokens.skip(TokenKind.SEMICOLON);
            fields.add(separated ? charged(field) : field);
            if (!separated) {
                break;
            }
        }
        tokens.expectClosing(TokenKind.RIGHT_BRACE, TokenKind.LEFT_BRACE, line);
        return new Expression.Table(fields, tokens.position());
    }

    /** A list item is stored only when the separator after it was read. */
    private TableField charged(TableField field) {
        return field instanceof TableField.Positional item
                ? new TableField.Positional(item.value().chargedTo(tokens.position()), tokens.position())
                : field;
    }

    private TableField tableField() {
        boolean named = tokens.at(TokenKind.NAME) && tokens.peek().kind() == TokenKind.ASSIGN;
        if (!named && !tokens.at(TokenKind.LEFT_BRACKET)) {
            return new TableField.Positional(expression(), tokens.position());
        }
        Expression key = named ? nameAsKey() : bracketedKey();
        tokens.expect(TokenKind.ASSIGN);
        return new TableField.Keyed(key, expression(), tokens.position());
    }

    private static UnaryOperator unaryOperator(TokenKind kind) {
        switch (kind) {
            case NOT:
                return UnaryOperator.NOT;
            case MINUS:
                return UnaryOperator.NEGATE;
            case TILDE:
                return UnaryOperator.COMPLEMENT;
            case HASH:
                return UnaryOperator.LENGTH;
            default:
                return null;
        }
    }

    private static BinaryOperator binaryOperator(TokenKind kind) {
        switch (kind) {
            case PLUS:
                return BinaryOperator.ADD;
            case MINUS:
                return BinaryOperator.SUBTRACT;
            case STAR:
                return BinaryOperator.MULTIPLY;
            case PERCENT:
                return BinaryOperator.MODULO;
            case CARET:
                return BinaryOperator.POWER;
            case SLASH:
                return BinaryOperator.DIVIDE;
            case INTEGER_DIVIDE:
                return BinaryOperator.FLOOR_DIVIDE;
            case AMPERSAND:
                return BinaryOperator.BIT_AND;
            case BAR:
                return BinaryOperator.BIT_OR;
            case TILDE:
                return BinaryOperator.BIT_XOR;
            case SHIFT_LEFT:
                return BinaryOperator.SHIFT_LEFT;
            case SHIFT_RIGHT:
                return BinaryOperator.SHIFT_RIGHT;
            case CONCATENATE:
                return BinaryOperator.CONCATENATE;
            case EQUAL:
                return BinaryOperator.EQUAL;
            case NOT_EQUAL:
                return BinaryOperator.NOT_EQUAL;
            case LESS:
                return BinaryOperator.LESS;
            case LESS_EQUAL:
                return BinaryOperator.LESS_EQUAL;
            case GREATER:
                return BinaryOperator.GREATER;
            case GREATER_EQUAL:
                return BinaryOperator.GREATER_EQUAL;
            case AND:
                return BinaryOperator.AND;
            case OR:
                return BinaryOperator.OR;
            default:
                return null;
        }
    }
}
