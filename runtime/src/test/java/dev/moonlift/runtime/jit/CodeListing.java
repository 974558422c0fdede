package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Disassembler;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.WatPrinter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the functions are compiled to that a function calls behind its {@code pause}, for people to read: without
 * addresses, and numbers that stand for something else by that.
 *
 * <pre>
 *   offset=FUEL     what {@link State} has there
 *   line1.5         address of instruction 5 of the function that begins in line 1
 *   exit(line1.5)   what is reported if the code leaves there, see {@link ExitReport}
 * </pre>
 */
final class CodeListing {
    private static final int FIRST = 1;
    private static final Pattern OFFSET = Pattern.compile("(?<=offset=)\\d+");
    private static final Pattern NUMBER = Pattern.compile("(?<=i32\\.const )\\d+");
    private static final Pattern CONSTANT = Pattern.compile(" *(v\\d+) = (\\w)(\\d\\d)\\.const (\\S+)\\n");
    private static final Pattern VALUE = Pattern.compile("\\bv\\d+\\b");
    private static final Map<Integer, String> STATE = state();

    private final String bytecode;
    private final CodeModule code;
    private final List<String> names;
    private final Map<Integer, String> places = new HashMap<>();

    private CodeListing(String bytecode, CodeModule code, List<FunctionCode> functions) {
        this.bytecode = bytecode;
        this.code = code;
        this.names = code.functions().stream()
                .map(CodeModule.CompiledFunction::unit)
                .filter(unit -> !unit.function().isSame(functions.get(0)))
                .sorted(Comparator.comparing(unit -> unit.function().lineDefined()))
                .map(unit -> unit.signature() == null ? unit.name() + ".entry" : unit.name())
                .toList();
        code.functions().forEach(function -> nameInstructions(function.unit()));
    }

    private void nameInstructions(CodeUnit unit) {
        FunctionCode function = unit.function();
        for (int pc = 0; pc <= function.code().length; pc++) {
            String place = "line" + function.lineDefined() + "." + pc;
            places.put(function.address(pc), place);
            places.put(ExitReport.pack(unit.number(), pc), "exit(" + place + ")");
        }
    }

    private static Map<Integer, String> state() {
        Map<Integer, String> names = new HashMap<>();
        for (Field field : State.class.getFields()) {
            try {
                if (field.getInt(null) >= Layout.STATE) {
                    names.putIfAbsent(field.getInt(null), field.getName());
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return names;
    }

    /** The listing of a program that has {@code pause} as its one argument. */
    static CodeListing of(String program) {
        return PausedGuest.look(program, guest -> {
            Rehearsal rehearsal = guest.rehearse();
            Compilation compilation = new Compilation(Map.of(), FIRST);
            for (FunctionCode function : rehearsal.functions()) {
                compilation.add(function, rehearsal.profile(function.prototype()));
            }
            byte[] text = program.getBytes(StandardCharsets.UTF_8);
            String bytecode = Disassembler.print(LuaCompiler.compile(text, ByteString.utf8("@program")));
            return new CodeListing(bytecode, compilation.compile(LoweringOptions.WASMTIME), rehearsal.functions());
        });
    }

    /** The bytecode of the program, and the graphs of its functions: constants stand where they are used. */
    String graphs() {
        return bytecode.stripTrailing() + "\n\n"
                + names.stream().map(this::graph).collect(Collectors.joining("\n"));
    }

    private String graph(String name) {
        Graph graph = code.graphs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return renumbered(withConstants(named(GraphPrinter.print(graph))));
    }

    private String withConstants(String text) {
        Map<String, String> constants = new HashMap<>();
        CONSTANT.matcher(text).results().forEach(match -> constants.put(match.group(1), constant(match)));
        String rest = CONSTANT.matcher(text).replaceAll("");
        return VALUE.matcher(rest).replaceAll(match -> constants.getOrDefault(match.group(), match.group()));
    }

    /** An i32 as it is, others with their type. */
    private static String constant(MatchResult match) {
        String type = match.group(2) + match.group(3);
        return type.equals("i32") ? match.group(4) : type + ":" + match.group(4);
    }

    private static String renumbered(String text) {
        Map<String, String> numbers = new HashMap<>();
        return VALUE.matcher(text)
                .replaceAll(match -> numbers.computeIfAbsent(match.group(), value -> "v" + numbers.size()));
    }

    /** The functions as WebAssembly. */
    String functions() {
        String module = named(WatPrinter.print(code.module()));
        return names.stream().map(name -> function(module, name)).collect(Collectors.joining("\n"));
    }

    private static String function(String module, String name) {
        int start = module.indexOf("\n  (func $" + name + " ") + 1;
        int next = module.indexOf("\n  (func $", start);
        int end = next < 0 ? module.lastIndexOf("\n)") : next;
        return module.substring(start, end) + "\n";
    }

    private String named(String text) {
        String offsets = replaceNumbers(text, OFFSET, STATE::get);
        return replaceNumbers(offsets, NUMBER, places::get);
    }

    private static String replaceNumbers(String text, Pattern pattern, Function<Integer, String> names) {
        return pattern.matcher(text).replaceAll(match -> {
            String name = names.apply(Integer.parseUnsignedInt(match.group()));
            return name == null ? match.group() : name;
        });
    }
}
