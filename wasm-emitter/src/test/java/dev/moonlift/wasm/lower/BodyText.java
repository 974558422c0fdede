package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphParser;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.module.Body;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ModuleValidator;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;
import java.util.stream.Collectors;

/** Lowers graphs given as text, to text: an instruction a line, labels as depths, without the last {@code end}. */
final class BodyText {
    private BodyText() {}

    static String lower(String graph) {
        return lower(graph, LoweringOptions.WASMTIME);
    }

    static String lower(String text, LoweringOptions options) {
        Graph graph = GraphParser.parse(text);
        GraphVerifier.verify(graph);
        LoweredProgram program = new LoweredProgram(List.of(graph), options);
        ModuleValidator.validate(program.module);
        return print(program.bodies.get(graph.name()));
    }

    static String print(Body body) {
        StringBuilder text = new StringBuilder();
        if (!body.locals().isEmpty()) {
            text.append(
                    body.locals().stream().map(type -> type.text()).collect(Collectors.joining(" ", "local ", "\n")));
        }
        int depth = 0;
        for (Insn insn : body.code().subList(0, body.code().size() - 1)) {
            boolean isEnd = insn.op() == WasmOp.END || insn.op() == WasmOp.ELSE;
            depth -= isEnd ? 1 : 0;
            text.append("  ".repeat(depth)).append(print(insn)).append('\n');
            depth += opens(insn.op()) ? 1 : 0;
        }
        return text.toString();
    }

    private static boolean opens(WasmOp op) {
        return switch (op) {
            case BLOCK, LOOP, IF, ELSE -> true;
            default -> false;
        };
    }

    private static String print(Insn insn) {
        return switch (insn.op().immediate()) {
            case NONE, BLOCK, MEMORY, MEMORY_MEMORY -> insn.op().text();
            case LABELS ->
                insn.op().text()
                        + insn.labels().stream().map(label -> " " + label).collect(Collectors.joining());
            default -> insn.op().text() + " " + insn.value();
        };
    }
}
