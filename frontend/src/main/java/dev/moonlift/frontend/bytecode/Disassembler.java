package dev.moonlift.frontend.bytecode;

import java.util.List;
import java.util.Locale;

/** Lists prototypes for people. All it knows of an instruction it reads from the {@link Opcode} table. */
public final class Disassembler {
    private static final int MAX_TEXT = 60;

    private final StringBuilder out = new StringBuilder();

    private Disassembler() {}

    /** A listing of a function and of all functions within it. */
    public static String print(Prototype prototype) {
        Disassembler disassembler = new Disassembler();
        disassembler.function(prototype, "main");
        return disassembler.out.toString();
    }

    private void function(Prototype function, String path) {
        header(function, path);
        for (int pc = 0; pc < function.code().length; pc++) {
            instruction(function, pc);
        }
        constants(function.constants());
        upvalues(function.upvalues());
        locals(function.locals());
        for (int i = 0; i < function.children().size(); i++) {
            out.append('\n');
            function(function.children().get(i), path + "." + i);
        }
    }

    private void header(Prototype function, String path) {
        line("function %s <%s:%d-%d>", path, source(function), function.lineDefined(), function.lastLineDefined());
        line(
                "  %d%s parameters, %d registers, %d instructions, %d constants, %d upvalues, %d locals, %d functions",
                function.parameterCount(),
                function.vararg() ? "+" : "",
                function.frameSize(),
                function.code().length,
                function.constants().size(),
                function.upvalues().size(),
                function.locals().size(),
                function.children().size());
    }

    private static String source(Prototype function) {
        String name = function.source().toString();
        boolean named = name.startsWith("@") || name.startsWith("=");
        return named ? name.substring(1) : quoted(function.source());
    }

    private void instruction(Prototype function, int pc) {
        int instruction = function.code()[pc];
        Opcode opcode = Opcode.of(Instruction.op(instruction));
        String comment = opcode == null ? "" : comment(function, pc, opcode, instruction);
        line("%s", instruction(pc, function.lines()[pc], instruction, comment));
    }

    /**
     * An instruction in a line of its own, without the line break.
     *
     * @param pc its number in the function
     * @param line in the source
     * @param comment what else there is to say; may be empty
     */
    public static String instruction(int pc, int line, int instruction, String comment) {
        Opcode opcode = Opcode.of(Instruction.op(instruction));
        if (opcode == null) {
            return String.format(Locale.ROOT, "%5d %-6s ?%08x", pc, "[" + line + "]", instruction);
        }
        String operands = operands(opcode.format(), instruction);
        String text = String.format(Locale.ROOT, "%5d %-6s %-11s %s", pc, "[" + line + "]", opcode.name(), operands);
        return comment.isEmpty() ? text.stripTrailing() : String.format(Locale.ROOT, "%-38s ; %s", text, comment);
    }

    private static String operands(Opcode.Format format, int instruction) {
        int a = Instruction.a(instruction);
        int b = Instruction.b(instruction);
        int c = Instruction.c(instruction);
        switch (format) {
            case NONE:
                return "";
            case A:
                return join(a);
            case AB:
                return join(a, b);
            case AC:
                return join(a, c);
            case ABC:
                return join(a, b, c);
            case ABSC:
                return join(a, b, Instruction.sc(instruction));
            case ASBC:
                return join(a, Instruction.sb(instruction), c);
            case ABX:
                return join(a, Instruction.bx(instruction));
            case ASBX:
                return join(a, Instruction.sbx(instruction));
            case AX:
                return join(Instruction.ax(instruction));
            default:
                return join(Instruction.sj(instruction));
        }
    }

    private static String join(int... operands) {
        StringBuilder text = new StringBuilder();
        for (int operand : operands) {
            text.append(text.length() == 0 ? "" : " ").append(operand);
        }
        return text.toString();
    }

    /** The constants, upvalues and places in the code that the formula of the instruction speaks of. */
    private static String comment(Prototype function, int pc, Opcode opcode, int instruction) {
        StringBuilder comment = new StringBuilder();
        for (Opcode.Operand operand : opcode.operands()) {
            int value = operand.field().read(instruction);
            String text = describe(function, pc, operand.role(), value);
            if (!text.isEmpty()) {
                comment.append(comment.length() == 0 ? "" : " ").append(text);
            }
        }
        return comment.toString();
    }

    private static String describe(Prototype function, int pc, Opcode.Role role, int value) {
        switch (role) {
            case CONSTANT:
            case NUMBER_CONSTANT:
            case INTEGER_CONSTANT:
            case STRING_CONSTANT:
            case SHORT_STRING_CONSTANT:
                return value < function.constants().size()
                        ? constant(function.constants().get(value))
                        : "?";
            case UPVALUE:
                return value < function.upvalues().size()
                        ? name(function.upvalues().get(value).name())
                        : "?";
            case CHILD:
                return "function " + value;
            case JUMP:
            case FORWARD_JUMP:
                return "to " + (pc + 1 + value);
            case SKIPPING_JUMP:
                return "exit to " + (pc + 2 + value);
            case BACKWARD_JUMP:
                return "to " + (pc + 1 - value);
            default:
                return "";
        }
    }

    private void constants(List<Object> constants) {
        section("constants", constants.size());
        for (int i = 0; i < constants.size(); i++) {
            line("%5d %s", i, constant(constants.get(i)));
        }
    }

    private void upvalues(List<Prototype.Upvalue> upvalues) {
        section("upvalues", upvalues.size());
        for (int i = 0; i < upvalues.size(); i++) {
            Prototype.Upvalue upvalue = upvalues.get(i);
            String origin = upvalue.inStack() ? "register" : "upvalue";
            line("%5d %s = %s %d outside", i, name(upvalue.name()), origin, upvalue.index());
        }
    }

    private void locals(List<Prototype.LocalVariable> locals) {
        section("locals", locals.size());
        for (int i = 0; i < locals.size(); i++) {
            Prototype.LocalVariable local = locals.get(i);
            line("%5d %s %d-%d", i, name(local.name()), local.startPc(), local.endPc());
        }
    }

    private void section(String title, int size) {
        if (size > 0) {
            line("  %s", title);
        }
    }

    private static String name(ByteString name) {
        return name == null ? "-" : name.toString();
    }

    private static String constant(Object value) {
        return value instanceof ByteString text ? quoted(text) : value == null ? "nil" : value.toString();
    }

    private static String quoted(ByteString text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), MAX_TEXT); i++) {
            int c = text.at(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7F) {
                quoted.append((char) c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\%03d", c));
            }
        }
        return quoted.append(text.length() > MAX_TEXT ? "\"..." : "\"").toString();
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
