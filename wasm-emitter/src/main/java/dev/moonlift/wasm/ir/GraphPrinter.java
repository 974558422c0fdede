package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Graphs as text that {@link GraphParser} reads.
 *
 * <pre>
 *   func $sum -&gt; i32 {
 *   b0(v0: i32):
 *     v1 = i32.load offset=8 v0 @17
 *     v2: i32 = call $limit(v1)
 *     branch v2 b1(v1), b2
 *   …
 *   }
 * </pre>
 *
 * <p>Results have a type where their operation does not tell it. {@code @} stands before an origin. Floating-point
 * numbers are exact: the shortest decimal that reads back as the same number, or a NaN with its payload.
 */
public final class GraphPrinter {
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w.$/<>-]+");

    private final StringBuilder out = new StringBuilder();

    /** New numbers by number, or null to keep them. */
    private final int[] valueNumbers;

    private final int[] blockNumbers;

    private GraphPrinter(int[] valueNumbers, int[] blockNumbers) {
        this.valueNumbers = valueNumbers;
        this.blockNumbers = blockNumbers;
    }

    /** With the numbers that values and blocks have. */
    public static String print(Graph graph) {
        return new GraphPrinter(null, null).graph(graph);
    }

    /** With values and blocks numbered as they appear, so that the text does not tell how the graph came about. */
    public static String printRenumbered(Graph graph) {
        int[] values = new int[graph.valueCount()];
        int[] blocks = new int[graph.blockCount()];
        int nextValue = 0;
        int nextBlock = 0;
        for (Block block : graph.blocks()) {
            blocks[block.id()] = nextBlock++;
            for (Value parameter : block.parameters()) {
                values[parameter.id()] = nextValue++;
            }
            for (Instruction instruction : block.instructions()) {
                for (Value result : instruction.results()) {
                    values[result.id()] = nextValue++;
                }
            }
        }
        return new GraphPrinter(values, blocks).graph(graph);
    }

    /** One line of the text, with the numbers that values have. */
    public static String print(Instruction instruction) {
        GraphPrinter printer = new GraphPrinter(null, null);
        printer.instruction(instruction);
        return printer.out.toString();
    }

    /** One line of the text, with the numbers that values and blocks have. */
    public static String print(Terminator terminator) {
        GraphPrinter printer = new GraphPrinter(null, null);
        printer.terminator(terminator);
        return printer.out.toString();
    }

    private String graph(Graph graph) {
        out.append("func ").append(name(graph.name()));
        types(graph.type().results());
        out.append(" {\n");
        for (Block block : graph.blocks()) {
            block(block);
        }
        return out.append("}\n").toString();
    }

    private void types(List<ValueType> results) {
        String separator = " -> ";
        for (ValueType result : results) {
            out.append(separator).append(result.text());
            separator = ", ";
        }
    }

    private void block(Block block) {
        number(block);
        if (!block.parameters().isEmpty()) {
            out.append('(');
            typed(block.parameters());
            out.append(')');
        }
        out.append(":\n");
        for (Instruction instruction : block.instructions()) {
            out.append("  ");
            instruction(instruction);
            out.append('\n');
        }
        out.append("  ");
        terminator(block.terminator());
        out.append('\n');
    }

    private void instruction(Instruction instruction) {
        if (!instruction.results().isEmpty()) {
            if (instruction.op().hasSignature()) {
                values(instruction.results());
            } else {
                typed(instruction.results());
            }
            out.append(" = ");
        }
        out.append(instruction.op().text());
        switch (instruction.op()) {
            case CALL -> call(instruction);
            case CALL_INDIRECT -> callIndirect(instruction);
            case GLOBAL_GET, GLOBAL_SET -> global(instruction);
            default -> {
                immediate(instruction);
                operands(instruction.operands());
            }
        }
        if (instruction.origin() != Insn.NO_ORIGIN) {
            out.append(" @").append(instruction.origin());
        }
    }

    private void call(Instruction call) {
        out.append(' ').append(name(call.callee().name())).append('(');
        values(call.operands());
        out.append(')');
    }

    /** The index stands where the name of a callee would. */
    private void callIndirect(Instruction call) {
        int size = call.operands().size();
        int last = Math.max(0, size - 1);
        operands(call.operands().subList(last, size));
        out.append('(');
        values(call.operands().subList(0, last));
        out.append(')');
    }

    private void global(Instruction access) {
        out.append(' ').append(name(access.global().name()));
        if (!access.operands().isEmpty()) {
            out.append(',');
            operands(access.operands());
        }
    }

    private void immediate(Instruction instruction) {
        switch (instruction.op().immediate()) {
            case I32, I64, DATA -> out.append(' ').append(instruction.immediate());
            case F32 -> out.append(' ').append(f32((int) instruction.immediate()));
            case F64 -> out.append(' ').append(f64(instruction.immediate()));
            case MEMORY_ACCESS -> {
                if (instruction.immediate() != 0) {
                    out.append(" offset=").append(instruction.immediate());
                }
                if (instruction.target() instanceof AliasClass part) {
                    out.append(part.isStable() ? " stable=" : " part=").append(part.name());
                }
            }
            default -> {}
        }
    }

    private static String f32(int bits) {
        float value = Float.intBitsToFloat(bits);
        return Float.isNaN(value)
                ? (bits < 0 ? "-" : "") + "nan:0x" + Integer.toHexString(bits & 0x7F_FFFF)
                : Float.toString(value);
    }

    private static String f64(long bits) {
        double value = Double.longBitsToDouble(bits);
        return Double.isNaN(value)
                ? (bits < 0 ? "-" : "") + "nan:0x" + Long.toHexString(bits & 0xF_FFFF_FFFF_FFFFL)
                : Double.toString(value);
    }

    private void terminator(Terminator terminator) {
        if (terminator == null) {
            out.append('?');
        } else if (terminator instanceof Terminator.Jump jump) {
            out.append("jump ");
            edge(jump.edge());
        } else if (terminator instanceof Terminator.Branch branch) {
            out.append("branch ");
            number(branch.condition());
            out.append(' ');
            edges(branch.edges());
        } else if (terminator instanceof Terminator.Switch choice) {
            out.append("switch ");
            number(choice.index());
            out.append(" [");
            edges(choice.cases());
            out.append("], ");
            edge(choice.otherwise());
        } else if (terminator instanceof Terminator.Return leave) {
            out.append("return");
            operands(leave.results());
        } else {
            out.append("trap");
        }
    }

    private void edges(List<Edge> edges) {
        for (Iterator<Edge> rest = edges.iterator(); rest.hasNext(); ) {
            edge(rest.next());
            out.append(rest.hasNext() ? ", " : "");
        }
    }

    private void edge(Edge edge) {
        number(edge.target());
        if (!edge.arguments().isEmpty()) {
            out.append('(');
            values(edge.arguments());
            out.append(')');
        }
    }

    private void operands(List<Value> operands) {
        if (!operands.isEmpty()) {
            out.append(' ');
            values(operands);
        }
    }

    private void values(List<Value> values) {
        for (Iterator<Value> rest = values.iterator(); rest.hasNext(); ) {
            number(rest.next());
            out.append(rest.hasNext() ? ", " : "");
        }
    }

    private void typed(List<Value> values) {
        for (Iterator<Value> rest = values.iterator(); rest.hasNext(); ) {
            Value value = rest.next();
            number(value);
            out.append(": ").append(value.type().text()).append(rest.hasNext() ? ", " : "");
        }
    }

    private void number(Value value) {
        out.append('v').append(valueNumbers == null ? value.id() : valueNumbers[value.id()]);
    }

    private void number(Block block) {
        out.append('b').append(blockNumbers == null ? block.id() : blockNumbers[block.id()]);
    }

    private static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "$" + name : "$\"" + name + "\"";
    }
}
