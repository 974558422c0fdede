package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads graphs from the text that {@link GraphPrinter} writes. Values and blocks are numbered anew, as they appear;
 * their names in the text may be any words. Text from {@code ;} to the end of its line is a comment.
 *
 * <p>A call's type comes from its arguments and results, so the text can name one callee with several types; whether
 * types fit is for {@link GraphVerifier} to say.
 */
public final class GraphParser {
    private static final Map<String, WasmOp> OPS = new HashMap<>();

    static {
        for (WasmOp op : WasmOp.values()) {
            OPS.put(op.text(), op);
        }
    }

    private final TextReader in;
    private Graph graph;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Block> blocks = new HashMap<>();

    /** Instructions and terminators that wait until all values and blocks have been read, since they can come later. */
    private final List<Runnable> waiting = new ArrayList<>();

    /** Class of the access that is being read; null if it has none. */
    private AliasClass part;

    private GraphParser(TextReader in) {
        this.in = in;
    }

    /**
     * The only graph in a text.
     *
     * @throws IllegalArgumentException if the text is not one; the message gives the line
     */
    public static Graph parse(String text) {
        List<Graph> graphs = parseAll(text);
        if (graphs.size() != 1) {
            throw new IllegalArgumentException(graphs.size() + " graphs");
        }
        return graphs.get(0);
    }

    /**
     * All graphs in a text.
     *
     * @throws IllegalArgumentException if the text is not one; the message gives the line
     */
    public static List<Graph> parseAll(String text) {
        TextReader in = new TextReader(text);
        List<Graph> graphs = new ArrayList<>();
        while (!in.atEnd()) {
            graphs.add(new GraphParser(in).graph());
        }
        return graphs;
    }

    private Graph graph() {
        in.expect("func");
        String name = name();
        List<ValueType> results = results();
        in.expect("{");
        String entry = in.word();
        Parameters parameters = parameters();
        graph = new Graph(name, new FunctionType(parameters.types, results));
        define(parameters.names, graph.entry().parameters());
        defineBlock(entry, graph.entry());
        body(graph.entry());
        while (!in.accept("}")) {
            String block = in.word();
            Parameters more = parameters();
            Block next = graph.newBlock();
            defineBlock(block, next);
            for (int i = 0; i < more.types.size(); i++) {
                define(more.names.get(i), graph.addParameter(next, more.types.get(i)));
            }
            body(next);
        }
        waiting.forEach(Runnable::run);
        return graph;
    }

    private List<ValueType> results() {
        List<ValueType> types = new ArrayList<>();
        if (in.accept("->")) {
            do {
                types.add(type());
            } while (in.accept(","));
        }
        return types;
    }

    /** What stands between the name of a block and its colon. */
    private Parameters parameters() {
        Parameters parameters = new Parameters(new ArrayList<>(), new ArrayList<>());
        if (in.accept("(")) {
            do {
                parameters.names.add(in.word());
                in.expect(":");
                parameters.types.add(type());
            } while (in.accept(","));
            in.expect(")");
        }
        in.expect(":");
        return parameters;
    }

    private record Parameters(List<String> names, List<ValueType> types) {}

    private void body(Block block) {
        while (!terminator(block)) {
            instruction(block);
        }
    }

    // --- instructions ---

    private void instruction(Block block) {
        List<String> names = new ArrayList<>();
        List<ValueType> types = new ArrayList<>();
        String word = in.word();
        if (!OPS.containsKey(word)) {
            word = resultsUntilOp(word, names, types);
        }
        WasmOp op = OPS.get(word);
        if (op == null) {
            throw in.error("no operation " + word);
        }
        List<Value> results = new ArrayList<>();
        for (ValueType type : op.hasSignature() ? op.results() : types) {
            results.add(graph.newValue(type));
        }
        define(names, results);
        switch (op) {
            case CALL -> call(block, results);
            case CALL_INDIRECT -> callIndirect(block, results);
            case GLOBAL_GET, GLOBAL_SET -> global(block, op, results);
            default -> {
                long immediate = immediate(op);
                boolean hasOperands = !op.hasSignature() || !op.operands().isEmpty();
                add(block, op, hasOperands ? operands() : List.of(), results, immediate);
            }
        }
    }

    /** Reads results, the first of which has been read, and returns the word behind the equals sign. */
    private String resultsUntilOp(String first, List<String> names, List<ValueType> types) {
        names.add(first);
        while (true) {
            if (in.accept(":")) {
                types.add(type());
            }
            if (in.accept("=")) {
                return in.word();
            }
            in.expect(",");
            names.add(in.word());
        }
    }

    private void call(Block block, List<Value> results) {
        String callee = name();
        List<String> arguments = arguments();
        int origin = origin();
        int place = reserve(block);
        waiting.add(() -> {
            List<Value> operands = resolve(arguments);
            Callee target = new Callee(callee, new FunctionType(types(operands), types(results)));
            block.instructions().set(place, new Instruction(WasmOp.CALL, operands, results, 0, target, origin));
        });
    }

    private void callIndirect(Block block, List<Value> results) {
        String index = in.word();
        List<String> operands = arguments();
        operands.add(index);
        int origin = origin();
        int place = reserve(block);
        waiting.add(() -> {
            List<Value> all = resolve(operands);
            FunctionType target = new FunctionType(types(all.subList(0, all.size() - 1)), types(results));
            block.instructions().set(place, new Instruction(WasmOp.CALL_INDIRECT, all, results, 0, target, origin));
        });
    }

    private void global(Block block, WasmOp op, List<Value> results) {
        String name = name();
        List<String> operands = in.accept(",") ? List.of(in.word()) : List.of();
        int origin = origin();
        int place = reserve(block);
        waiting.add(() -> {
            List<Value> all = resolve(operands);
            ValueType type = (results.isEmpty() ? all : results).get(0).type();
            block.instructions()
                    .set(place, new Instruction(op, all, results, 0, new GlobalVariable(name, type), origin));
        });
    }

    private void add(Block block, WasmOp op, List<String> operands, List<Value> results, long immediate) {
        int origin = origin();
        int place = reserve(block);
        AliasClass accessed = part;
        waiting.add(() -> block.instructions()
                .set(place, new Instruction(op, resolve(operands), results, immediate, accessed, origin)));
    }

    private static int reserve(Block block) {
        block.instructions().add(null);
        return block.instructions().size() - 1;
    }

    private long immediate(WasmOp op) {
        part = null;
        return switch (op.immediate()) {
            case I32, I64, DATA -> in.number(Long::decode);
            case F32 -> in.number(GraphParser::f32);
            case F64 -> in.number(GraphParser::f64);
            case MEMORY_ACCESS -> offset();
            default -> 0;
        };
    }

    private long offset() {
        long offset = 0;
        if (in.accept("offset")) {
            in.expect("=");
            offset = in.number(Long::decode);
        }
        boolean isStable = in.accept("stable");
        if (isStable || in.accept("part")) {
            in.expect("=");
            part = new AliasClass(in.word(), isStable);
        }
        return offset;
    }

    private static long f32(String text) {
        int nan = text.indexOf("nan:0x");
        if (nan < 0) {
            return Float.floatToRawIntBits(Float.parseFloat(text));
        }
        return Integer.parseInt(text.substring(nan + 6), 16) | (nan == 0 ? 0x7F80_0000 : 0xFF80_0000);
    }

    private static long f64(String text) {
        int nan = text.indexOf("nan:0x");
        if (nan < 0) {
            return Double.doubleToRawLongBits(Double.parseDouble(text));
        }
        return Long.parseLong(text.substring(nan + 6), 16)
                | (nan == 0 ? 0x7FF0_0000_0000_0000L : 0xFFF0_0000_0000_0000L);
    }

    private int origin() {
        return in.accept("@") ? (int) in.number(Long::parseLong) : Insn.NO_ORIGIN;
    }

    // --- terminators ---

    /** Reads the terminator if one comes next. */
    private boolean terminator(Block block) {
        if (in.accept("jump")) {
            Target target = target();
            waiting.add(() -> block.setTerminator(new Terminator.Jump(resolve(target))));
        } else if (in.accept("branch")) {
            branch(block);
        } else if (in.accept("switch")) {
            choice(block);
        } else if (in.accept("return")) {
            List<String> results = operands();
            waiting.add(() -> block.setTerminator(new Terminator.Return(resolve(results))));
        } else if (in.accept("trap")) {
            block.setTerminator(new Terminator.Trap());
        } else {
            return false;
        }
        return true;
    }

    private void branch(Block block) {
        String condition = in.word();
        Target ifTrue = target();
        in.expect(",");
        Target ifFalse = target();
        waiting.add(
                () -> block.setTerminator(new Terminator.Branch(value(condition), resolve(ifTrue), resolve(ifFalse))));
    }

    private void choice(Block block) {
        String index = in.word();
        List<Target> cases = new ArrayList<>();
        in.expect("[");
        if (!in.accept("]")) {
            do {
                cases.add(target());
            } while (in.accept(","));
            in.expect("]");
        }
        in.expect(",");
        Target otherwise = target();
        waiting.add(() -> block.setTerminator(new Terminator.Switch(
                value(index), cases.stream().map(this::resolve).toList(), resolve(otherwise))));
    }

    private Target target() {
        return new Target(in.word(), in.peek("(") ? arguments() : List.of());
    }

    private record Target(String block, List<String> arguments) {}

    // --- names ---

    private List<String> arguments() {
        in.expect("(");
        List<String> names = new ArrayList<>();
        if (!in.accept(")")) {
            do {
                names.add(in.word());
            } while (in.accept(","));
            in.expect(")");
        }
        return names;
    }

    /** Names up to the end of the line, or to an origin. */
    private List<String> operands() {
        List<String> names = new ArrayList<>();
        if (!in.atEndOfLine() && !in.peek("@")) {
            do {
                names.add(in.word());
            } while (in.accept(","));
        }
        return names;
    }

    private String name() {
        return in.name();
    }

    private ValueType type() {
        String word = in.word();
        for (ValueType type : ValueType.values()) {
            if (type.text().equals(word)) {
                return type;
            }
        }
        throw in.error("no type " + word);
    }

    private void define(List<String> names, List<Value> defined) {
        if (names.size() != defined.size()) {
            throw in.error(names.size() + " names for " + defined.size() + " values");
        }
        for (int i = 0; i < names.size(); i++) {
            define(names.get(i), defined.get(i));
        }
    }

    private void define(String name, Value value) {
        if (values.put(name, value) != null) {
            throw in.error("second definition of " + name);
        }
    }

    private void defineBlock(String name, Block block) {
        if (blocks.put(name, block) != null) {
            throw in.error("second block " + name);
        }
    }

    private Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(graph.name() + ": no value " + name);
        }
        return value;
    }

    private List<Value> resolve(List<String> names) {
        return names.stream().map(this::value).toList();
    }

    private Edge resolve(Target target) {
        Block block = blocks.get(target.block);
        if (block == null) {
            throw new IllegalArgumentException(graph.name() + ": no block " + target.block);
        }
        return new Edge(block, resolve(target.arguments));
    }

    private static List<ValueType> types(List<Value> values) {
        return values.stream().map(Value::type).toList();
    }
}
