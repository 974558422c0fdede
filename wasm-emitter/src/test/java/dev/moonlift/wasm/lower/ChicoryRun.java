package dev.moonlift.wasm.lower;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.ValType;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.GraphEvaluator;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a module on Chicory, with the host and the memory of {@link GraphEvaluator}. */
final class ChicoryRun {
    private final LoweredProgram program;
    private final Instance instance;
    private final List<String> calls = new ArrayList<>();

    private ChicoryRun(LoweredProgram program) {
        this.program = program;
        ImportValues.Builder imports = ImportValues.builder();
        for (Callee callee : program.host.values()) {
            imports.addFunction(new HostFunction(
                    "host",
                    callee.name(),
                    com.dylibso.chicory.wasm.types.FunctionType.of(
                            types(callee.type().parameters()),
                            types(callee.type().results())),
                    (caller, arguments) -> call(callee, arguments)));
        }
        instance = Instance.builder(Parser.parse(ModuleWriter.write(program.module)))
                .withImportValues(imports.build())
                .build();
        for (int i = 0; i < GraphEvaluator.MEMORY; i++) {
            instance.memory().writeByte(i, GraphEvaluator.initialByte(i));
        }
    }

    private static List<ValType> types(List<ValueType> types) {
        return types.stream()
                .map(type -> switch (type) {
                    case I32 -> ValType.I32;
                    case I64 -> ValType.I64;
                    case F32 -> ValType.F32;
                    case F64 -> ValType.F64;
                })
                .toList();
    }

    /** Calls a function. Only the given globals are part of the outcome. */
    static GraphEvaluator.Outcome run(
            LoweredProgram program, String function, FunctionType type, Iterable<String> globals, long... arguments) {
        ChicoryRun run = new ChicoryRun(program);
        String end = run.call(function, type, arguments);
        Map<String, Long> values = new TreeMap<>();
        for (String name : globals) {
            values.put(name, run.global(name));
        }
        List<Byte> memory = new ArrayList<>();
        for (byte each : run.instance.memory().readBytes(0, GraphEvaluator.MEMORY)) {
            memory.add(each);
        }
        return new GraphEvaluator.Outcome(end, values, run.calls, memory);
    }

    private String call(String function, FunctionType type, long... arguments) {
        try {
            long[] results = instance.export(function).apply(arguments);
            return Arrays.toString(normal(type.results(), results == null ? new long[0] : results));
        } catch (ChicoryException trap) {
            return "trap";
        }
    }

    private long global(String name) {
        if (!program.globals.containsKey(name)) {
            return hostGlobal;
        }
        long bits = instance.exports().global(name).getValue();
        return normal(program.globals.get(name).type(), bits);
    }

    /** Stands in for the global that the host changes where the module does not have it. */
    private long hostGlobal = GraphEvaluator.INITIAL_GLOBAL;

    private long[] call(Callee callee, long[] bits) {
        long[] arguments = normal(callee.type().parameters(), bits);
        calls.add(callee + Arrays.toString(arguments));
        int hash = GraphEvaluator.hash(callee, arguments);
        instance.memory().writeI32(GraphEvaluator.hostAddress(hash), hash);
        hostGlobal = (int) (global("host") + hash);
        if (program.globals.containsKey("host")) {
            instance.exports().global("host").setValue(hostGlobal);
        }
        return GraphEvaluator.hostResults(callee, hash);
    }

    private static long[] normal(List<ValueType> types, long[] bits) {
        long[] normal = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            normal[i] = normal(types.get(i), bits[i]);
        }
        return normal;
    }

    private static long normal(ValueType type, long bits) {
        return type == ValueType.I32 || type == ValueType.F32 ? (int) bits : bits;
    }
}
