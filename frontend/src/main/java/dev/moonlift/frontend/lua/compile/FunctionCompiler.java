package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.bytecode.Opcode;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.CompileWatch;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.FunctionBody;
import dev.moonlift.frontend.lua.ast.Label;
import dev.moonlift.frontend.lua.syntax.Parser;
import dev.moonlift.frontend.lua.syntax.SourceMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles one function: holds what the compilers of its parts share. */
public final class FunctionCompiler {
    /** Highest constant that an 8-bit operand can name. */
    static final int MAX_CONSTANT_OPERAND = 255;

    /** Highest constant or function that a 16-bit operand can name. */
    static final int MAX_WIDE_OPERAND = 65535;

    private final ByteString source;
    private final SourceMap map;
    private final CompileWatch watch;
    private final FunctionBody body;
    private final CodeBuffer code;
    private final Registers registers;
    private final ActiveVariables variables;
    private final ConstantPool constants = new ConstantPool();
    private final List<Prototype> children = new ArrayList<>();
    private final Map<Label, Target> targets = new HashMap<>();
    private final Set<Label> closing = new HashSet<>();
    private final ValueCompiler values;
    private final PlaceCompiler places;
    private final OperatorCompiler operators;
    private final ConditionCompiler conditions;
    private final TableCompiler tables;
    private final StatementCompiler statements;

    private FunctionCompiler(FunctionBody body, SourceMap map, ByteString source, CompileWatch watch) {
        this.source = source;
        this.map = map;
        this.watch = watch;
        this.body = body;
        code = new CodeBuffer(map, watch);
        registers = new Registers(code);
        variables = new ActiveVariables(code);
        values = new ValueCompiler(this);
        places = new PlaceCompiler(this);
        operators = new OperatorCompiler(this);
        conditions = new ConditionCompiler(this);
        tables = new TableCompiler(this);
        statements = new StatementCompiler(this);
    }

    /** The prototype of a chunk's main function. */
    public static Prototype compile(Parser.Chunk chunk, ByteString source, CompileWatch watch) {
        return new FunctionCompiler(chunk.main(), chunk.map(), source, watch).compile();
    }

    private Prototype compile() {
        registers.reserve(body.parameters().size());
        body.parameters().forEach(variables::activate);
        if (body.vararg()) {
            code.emit(Op.VARARGPREP, 0, 0, 0);
        }
        statements.statements(body.block());
        code.chargeTo(body.endPosition());
        emitReturn(0, 0);
        variables.deactivateTo(0);
        code.shortenJumps();
        return new Prototype(
                source,
                body.lineDefined(),
                body.lastLineDefined(),
                body.parameters().size(),
                body.vararg(),
                registers.frameSize(),
                code.code(),
                code.lines(),
                constants.toList(),
                List.copyOf(children),
                List.copyOf(body.upvalues()),
                variables.records());
    }

    /** Compiles a function defined within this one and returns its index. */
    int addChild(FunctionBody child) {
        if (children.size() > MAX_WIDE_OPERAND) {
            throw code.error("too many functions (limit is " + (MAX_WIDE_OPERAND + 1) + ")");
        }
        children.add(new FunctionCompiler(child, map, source, watch).compile());
        return children.size() - 1;
    }

    /** Returns these many values, or all if negative, from a register on. */
    void emitReturn(int first, int count) {
        boolean close = variables.needCloseFrom(0);
        if (count == 0 && !close && !body.vararg()) {
            code.emit(Op.RETURN0, 0, 0, 0);
        } else if (count == 1 && !close && !body.vararg()) {
            code.emit(Op.RETURN1, first, 0, 0);
        } else {
            code.emit(Op.RETURN, count == 0 ? 0 : first, count + 1, close ? 1 : 0);
        }
    }

    // ---- labels

    Target targetOf(Label label) {
        return targets.computeIfAbsent(label, any -> new Target());
    }

    /** At this label all variables beyond its level are closed, so that jumps to it need not do so. */
    void markClosing(Label label) {
        closing.add(label);
    }

    boolean isClosing(Label label) {
        return closing.contains(label);
    }

    // ---- constants as operands

    /** The index of a constant, if the expression is one that an operand can name; else -1. */
    int constantOperand(Expression expression) {
        if (!(expression instanceof Expression.Constant constant)) {
            return -1;
        }
        int index = constants.indexOf(constant.value());
        return index <= MAX_CONSTANT_OPERAND ? index : -1;
    }

    /** The index of a short string, if the expression is one that an operand can name; else -1. */
    int fieldIndex(Expression expression) {
        boolean field = expression instanceof Expression.Constant constant
                && constant.value() instanceof ByteString text
                && text.length() <= Opcode.MAX_SHORT_STRING;
        return field ? constantOperand(expression) : -1;
    }

    // ---- parts

    CodeBuffer code() {
        return code;
    }

    Registers registers() {
        return registers;
    }

    ActiveVariables variables() {
        return variables;
    }

    ConstantPool constants() {
        return constants;
    }

    ValueCompiler values() {
        return values;
    }

    PlaceCompiler places() {
        return places;
    }

    OperatorCompiler operators() {
        return operators;
    }

    ConditionCompiler conditions() {
        return conditions;
    }

    TableCompiler tables() {
        return tables;
    }

    StatementCompiler statements() {
        return statements;
    }
}
