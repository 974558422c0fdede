package dev.moonlift.wasm.module;

import static dev.moonlift.wasm.module.WatText.globalType;
import static dev.moonlift.wasm.module.WatText.limits;
import static dev.moonlift.wasm.module.WatText.quote;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Prints modules in the text format (WebAssembly 2.0, §6), one instruction a line, indented by block. What it prints of
 * a valid module is the same module to other tools, but for its custom sections: they appear as comments.
 *
 * <p>Functions, locals and globals appear with their names, with other characters where the format does not allow them;
 * blocks are numbered from 1 in each function, in comments.
 */
public final class WatPrinter {
    private final WasmModule module;
    private final IntFunction<String> origins;
    private final Identifiers functions;
    private final Identifiers globals;
    private final StringBuilder out = new StringBuilder();

    private WatPrinter(WasmModule module, IntFunction<String> origins) {
        this.module = module;
        this.origins = origins;
        this.functions = new Identifiers(module.names().functions());
        this.globals = new Identifiers(module.names().globals());
    }

    /** The text of the module. */
    public static String print(WasmModule module) {
        return print(module, null);
    }

    /**
     * The text of the module, with a comment wherever the origin of the instructions changes.
     *
     * @param origins what to print for an origin
     */
    public static String print(WasmModule module, IntFunction<String> origins) {
        WatPrinter printer = new WatPrinter(module, origins);
        printer.printModule();
        return printer.out.toString();
    }

    private void printModule() {
        String name = module.names().module();
        out.append("(module").append(name.isEmpty() ? "" : " " + Identifiers.sanitize(name));
        printTypes();
        printImports();
        printTables();
        printMemories();
        printGlobals();
        printExports();
        if (module.start() != WasmModule.NO_START) {
            field("(start " + functions.use(module.start()) + ")");
        }
        printElements();
        printFunctions();
        printData();
        for (CustomSection section : module.customSections()) {
            field(";; custom section " + quote(section.name()) + ", " + section.bytes());
        }
        out.append("\n)\n");
    }

    private void field(String text) {
        out.append("\n  ").append(text);
    }

    private void printTypes() {
        for (int i = 0; i < module.types().size(); i++) {
            FunctionType type = module.types().get(i);
            field("(type (;" + i + ";) (func" + WatText.signature(type) + "))");
        }
    }

    private void printImports() {
        int[] next = new int[ExternalKind.values().length];
        for (Import imported : module.imports()) {
            int index = next[imported.kind().code()]++;
            field("(import " + quote(imported.module()) + " " + quote(imported.name()) + " ("
                    + imported.kind().text() + " " + importedItem(imported, index) + "))");
        }
    }

    private String importedItem(Import imported, int index) {
        return switch (imported.kind()) {
            case FUNCTION -> functions.definition(index) + " (type " + ((Import.Function) imported).type() + ")";
            case TABLE -> "(;" + index + ";) " + limits(((Import.Table) imported).limits()) + " funcref";
            case MEMORY -> "(;" + index + ";) " + limits(((Import.Memory) imported).limits());
            case GLOBAL -> globals.definition(index) + " " + globalType(((Import.Global) imported).type());
        };
    }

    private void printTables() {
        int index = module.importedCount(ExternalKind.TABLE);
        for (Limits limits : module.tables()) {
            field("(table (;" + index++ + ";) " + limits(limits) + " funcref)");
        }
    }

    private void printMemories() {
        int index = module.importedCount(ExternalKind.MEMORY);
        for (Limits limits : module.memories()) {
            field("(memory (;" + index++ + ";) " + limits(limits) + ")");
        }
    }

    private void printGlobals() {
        int index = module.importedCount(ExternalKind.GLOBAL);
        for (DefinedGlobal global : module.globals()) {
            field("(global " + globals.definition(index++) + " " + globalType(global.type()) + " "
                    + constant(global.initial()) + ")");
        }
    }

    private void printExports() {
        for (Export export : module.exports()) {
            field("(export " + quote(export.name()) + " (" + export.kind().text() + " " + use(export) + "))");
        }
    }

    private String use(Export export) {
        return switch (export.kind()) {
            case FUNCTION -> functions.use(export.index());
            case GLOBAL -> globals.use(export.index());
            case TABLE, MEMORY -> Integer.toString(export.index());
        };
    }

    private void printElements() {
        for (int i = 0; i < module.elements().size(); i++) {
            ElementSegment segment = module.elements().get(i);
            String table = segment.table() == 0 ? "" : "(table " + segment.table() + ") ";
            StringBuilder text =
                    new StringBuilder("(elem (;" + i + ";) " + table + constant(segment.offset()) + " func");
            for (int function : segment.functions()) {
                text.append(' ').append(functions.use(function));
            }
            field(text.append(')').toString());
        }
    }

    private void printData() {
        for (int i = 0; i < module.data().size(); i++) {
            DataSegment segment = module.data().get(i);
            String offset = segment.isPassive() ? "" : constant(segment.offset()) + " ";
            field("(data (;" + i + ";) " + offset + quote(segment.bytes().toArray()) + ")");
        }
    }

    // --- functions ---

    private void printFunctions() {
        int index = module.importedCount(ExternalKind.FUNCTION);
        for (DefinedFunction function : module.functions()) {
            printFunction(index++, function);
        }
    }

    private void printFunction(int index, DefinedFunction function) {
        Identifiers locals = new Identifiers(module.names().locals().getOrDefault(index, Collections.emptySortedMap()));
        FunctionType type = module.types().get(function.type());
        List<ValueType> further = function.body().locals();
        field("(func " + functions.definition(index) + " (type " + function.type() + ")");
        printVariables("param", 0, type.parameters(), locals);
        out.append(WatText.types("result", type.results()));
        if (!further.isEmpty()) {
            out.append("\n   ");
            printVariables("local", type.parameters().size(), further, locals);
        }
        new InsnPrinter(functions, globals, locals, module.types(), out)
                .print(function.body().code(), origins);
        field(")");
    }

    /** Those with a name stand alone; others share their parentheses. */
    private void printVariables(String keyword, int first, List<ValueType> types, Identifiers names) {
        boolean open = false;
        for (int i = 0; i < types.size(); i++) {
            String name = names.prefix(first + i);
            if (open && !name.isEmpty()) {
                out.append(')');
            }
            out.append(open && name.isEmpty() ? " " : " (" + keyword + " ");
            out.append(name).append(types.get(i).text());
            open = name.isEmpty();
            if (!open) {
                out.append(')');
            }
        }
        out.append(open ? ")" : "");
    }

    private String constant(Constant constant) {
        String immediate = constant.op() == WasmOp.GLOBAL_GET
                ? globals.use(constant.value())
                : WatText.number(constant.op(), constant.value());
        return "(" + constant.op().text() + " " + immediate + ")";
    }
}
