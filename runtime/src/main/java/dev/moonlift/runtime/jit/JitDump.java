package dev.moonlift.runtime.jit;

import dev.moonlift.compilation.DumpStage;
import dev.moonlift.frontend.bytecode.Disassembler;
import dev.moonlift.wasm.ir.GraphPrinter;
import dev.moonlift.wasm.module.WatPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows what is compiled, at one stage or several, once it is; not what the cache had. */
public final class JitDump implements JitListener {
    private final Set<DumpStage> stages;
    private final String function;
    private final Path folder;
    private final Consumer<String> texts;

    /**
     * A dump.
     *
     * @param function what is shown is compiled with a function whose name, as {@code name (source:line)}, has this in
     *     it; empty for all
     * @param folder where modules are written; null if they are not to be
     * @param texts takes all that is text, several lines at a time, the last without line break
     * @throws IllegalArgumentException if there is no stage, or no folder for modules
     */
    public JitDump(Set<DumpStage> stages, String function, Path folder, Consumer<String> texts) {
        if (folder == null && stages.contains(DumpStage.WASM)) {
            throw new IllegalArgumentException("there is no folder to dump modules to");
        }
        this.stages = EnumSet.copyOf(stages);
        this.function = function;
        this.folder = folder;
        this.texts = texts;
    }

    @Override
    public void generated(Job job, Module module) {
        if (job.functions().stream().anyMatch(label -> label.contains(function))) {
            stages.forEach(stage -> show(stage, job, module));
        }
    }

    private void show(DumpStage stage, Job job, Module module) {
        if (stage == DumpStage.WASM) {
            write(module);
        } else {
            String text = switch (stage) {
                case BYTECODE ->
                    module.code().functions().stream()
                            .map(compiled -> bytecode(compiled.unit()))
                            .collect(Collectors.joining("\n"));
                case IR ->
                    module.code().graphs().stream().map(GraphPrinter::print).collect(Collectors.joining("\n"));
                default -> WatPrinter.print(module.code().module(), module.positions()::of);
            };
            texts.accept(stage.name().toLowerCase(Locale.ROOT) + " of " + job + "\n" + text.stripTrailing());
        }
    }

    private static String bytecode(CodeUnit unit) {
        StringBuilder text = new StringBuilder("function ").append(unit.label()).append('\n');
        FunctionCode code = unit.function();
        for (int pc = 0; pc < code.code().length; pc++) {
            text.append(Disassembler.instruction(pc, code.source().line(pc), code.code()[pc], expected(unit, pc)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String expected(CodeUnit unit, int pc) {
        Kind kind = unit.expectations().profile().result(pc);
        int targets = unit.expectations().targets(pc).size();
        String call = targets == 0 ? "" : "calls " + targets + " directly";
        String result = kind == Kind.ANY ? "" : "gives " + kind.name().toLowerCase(Locale.ROOT);
        return call + (call.isEmpty() || result.isEmpty() ? "" : ", ") + result;
    }

    private void write(Module module) {
        String name = module.code().module().names().module() + ".wasm";
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), module.wasm());
        } catch (IOException e) {
            texts.accept("cannot write " + folder.resolve(name) + ": " + e);
        }
    }
}
