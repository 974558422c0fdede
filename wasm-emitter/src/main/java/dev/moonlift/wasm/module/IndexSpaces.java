package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;

/** Everything in a module that has an index, imports first. */
final class IndexSpaces {
    /** Indices of types. */
    final List<Integer> functions = new ArrayList<>();

    final List<Limits> tables = new ArrayList<>();
    final List<Limits> memories = new ArrayList<>();
    final List<GlobalType> globals = new ArrayList<>();

    IndexSpaces(WasmModule module) {
        for (Import imported : module.imports()) {
            switch (imported.kind()) {
                case FUNCTION -> functions.add(((Import.Function) imported).type());
                case TABLE -> tables.add(((Import.Table) imported).limits());
                case MEMORY -> memories.add(((Import.Memory) imported).limits());
                case GLOBAL -> globals.add(((Import.Global) imported).type());
            }
        }
        module.functions().forEach(function -> functions.add(function.type()));
        tables.addAll(module.tables());
        memories.addAll(module.memories());
        module.globals().forEach(global -> globals.add(global.type()));
    }

    /** How many there are of this kind. */
    int size(ExternalKind kind) {
        return switch (kind) {
            case FUNCTION -> functions.size();
            case TABLE -> tables.size();
            case MEMORY -> memories.size();
            case GLOBAL -> globals.size();
        };
    }
}
