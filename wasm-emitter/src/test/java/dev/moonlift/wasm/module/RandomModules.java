package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid modules by chance: the same seed gives the same module. */
final class RandomModules {
    private final Random random;
    private final ModuleBuilder builder = WasmModule.builder();
    private final List<FunctionType> functions = new ArrayList<>();
    private final List<GlobalType> globals = new ArrayList<>();

    private RandomModules(long seed) {
        random = new Random(seed);
    }

    static WasmModule module(long seed) {
        return new RandomModules(seed).build();
    }

    private WasmModule build() {
        if (random.nextBoolean()) {
            builder.name("módulo " + random.nextInt(10));
        }
        addImports();
        addGlobals();
        int memory = random.nextBoolean()
                ? builder.importMemory("env", "memory", Limits.from(random.nextInt(3)))
                : builder.addMemory(new Limits(1, 1 + random.nextInt(0x1_0000)));
        int table = builder.addTable(new Limits(random.nextInt(10), 10));
        addFunctions();
        addSegments(table);
        builder.export("memory", ExternalKind.MEMORY, memory);
        builder.export("\"é\\\n", ExternalKind.TABLE, table);
        if (random.nextBoolean()) {
            builder.addCustomSection("a", Bytes.of(new byte[random.nextInt(300)]));
        }
        return builder.build();
    }

    private void addImports() {
        for (int i = random.nextInt(4); i > 0; i--) {
            FunctionType type = randomFunctionType();
            builder.importFunction("env", "f" + i, type);
            functions.add(type);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            GlobalType type = new GlobalType(randomType(), false);
            builder.importGlobal("env", "g", type.type(), false);
            globals.add(type);
        }
    }

    private void addGlobals() {
        int imported = globals.size();
        for (int i = random.nextInt(6); i > 0; i--) {
            GlobalType type = new GlobalType(randomType(), random.nextBoolean());
            Constant initial = Constant.of(type.type(), RandomBody.bits(random));
            if (imported > 0 && globals.get(0).type() == type.type()) {
                initial = Constant.global(0);
            }
            builder.addGlobal(type, initial, random.nextBoolean() ? "a b" : null);
            globals.add(type);
        }
    }

    private void addFunctions() {
        int first = functions.size();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            FunctionType type = randomFunctionType();
            builder.declareFunction(random.nextBoolean() ? "fun ction" : null, type);
            functions.add(type);
        }
        for (int i = first; i < first + count; i++) {
            List<ValueType> locals = randomTypes(random.nextInt(200));
            builder.define(i, new RandomBody(random, builder, functions, globals, i, locals).body());
            builder.export("f" + i, ExternalKind.FUNCTION, i);
            if (random.nextBoolean()) {
                builder.nameLocal(i, 0, "x");
            }
        }
    }

    private void addSegments(int table) {
        for (int i = random.nextInt(3); i > 0 && !functions.isEmpty(); i--) {
            List<Integer> elements = new ArrayList<>();
            random.ints(random.nextInt(4), 0, functions.size()).forEach(elements::add);
            builder.addElements(table, Constant.i32(random.nextInt()), elements);
        }
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        builder.addData(Constant.i32(random.nextInt()), Bytes.of(bytes));
        builder.addPassiveData(Bytes.of(bytes));
    }

    private FunctionType randomFunctionType() {
        return new FunctionType(randomTypes(random.nextInt(4)), randomTypes(random.nextInt(3)));
    }

    private List<ValueType> randomTypes(int count) {
        List<ValueType> types = new ArrayList<>();
        while (types.size() < count) {
            types.add(randomType());
        }
        return types;
    }

    private ValueType randomType() {
        return ValueType.values()[random.nextInt(ValueType.values().length)];
    }
}
