package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of modules with one instruction changed, the validator accepts those that another validator accepts. */
class MutationTest {
    private static final int SEEDS = 1500;

    @Test
    void agreesWithAnotherValidator() {
        int valid = 0;
        int invalid = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            WasmModule module = RandomModules.module(seed);
            if (!module.functions().isEmpty()) {
                WasmModule mutant = mutate(module, new Random(seed));
                String verdict = verdict(mutant);
                assertThat(verdict.isEmpty())
                        .as(() -> verdict + "\n" + WatPrinter.print(mutant))
                        .isEqualTo(isValidForOthers(mutant));
                valid += verdict.isEmpty() ? 1 : 0;
                invalid += verdict.isEmpty() ? 0 : 1;
            }
        }
        assertThat(valid).isGreaterThan(SEEDS / 20);
        assertThat(invalid).isGreaterThan(SEEDS / 4);
    }

    private static String verdict(WasmModule module) {
        try {
            ModuleValidator.validate(module);
            return "";
        } catch (InvalidModuleException e) {
            return e.getMessage();
        }
    }

    private static boolean isValidForOthers(WasmModule module) {
        try {
            Parser.parse(ModuleWriter.write(module));
            return true;
        } catch (ChicoryException | NullPointerException e) {
            // Some labels that do not exist are its NullPointerException.
            return false;
        }
    }

    private static WasmModule mutate(WasmModule module, Random random) {
        List<DefinedFunction> functions = new ArrayList<>(module.functions());
        int chosen = random.nextInt(functions.size());
        DefinedFunction function = functions.get(chosen);
        List<Insn> code = new ArrayList<>(function.body().code());
        mutate(code, random);
        functions.set(
                chosen,
                new DefinedFunction(function.type(), new Body(function.body().locals(), code)));
        return new WasmModule(
                module.types(),
                module.imports(),
                functions,
                module.tables(),
                module.memories(),
                module.globals(),
                module.exports(),
                module.start(),
                module.elements(),
                module.data(),
                module.names(),
                module.customSections());
    }

    /** Keeps the ends of blocks, so that the bytes stay well-formed. */
    private static void mutate(List<Insn> code, Random random) {
        int at = random.nextInt(code.size());
        Insn insn = code.get(at);
        switch (random.nextInt(4)) {
            case 0 -> code.add(at, simple(random));
            case 1 -> {
                if (!isStructure(insn)) {
                    code.set(at, simple(random));
                }
            }
            case 2 -> {
                if (!isStructure(insn)) {
                    code.remove(at);
                }
            }
            default -> code.set(at, withOtherImmediate(insn, random));
        }
    }

    private static Insn simple(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Insn.of(WasmOp.UNREACHABLE);
            case 1 -> Insn.of(WasmOp.DROP);
            case 2 -> Insn.of(WasmOp.SELECT);
            case 3 -> Insn.of(WasmOp.BR, random.nextInt(3));
            case 4 -> Insn.of(WasmOp.BR_IF, random.nextInt(3));
            case 5 -> Insn.branchTable(List.of(random.nextInt(3), random.nextInt(3)));
            case 6 -> Insn.of(WasmOp.RETURN);
            case 7 -> Insn.of(WasmOp.LOCAL_GET, random.nextInt(4));
            default -> Insn.of(WasmOp.I32_ADD);
        };
    }

    private static boolean isStructure(Insn insn) {
        return switch (insn.op()) {
            case BLOCK, LOOP, IF, ELSE, END -> true;
            default -> false;
        };
    }

    private static Insn withOtherImmediate(Insn insn, Random random) {
        long value = isStructure(insn) ? BlockType.of(ValueType.I64) : random.nextInt(5);
        return new Insn(insn.op(), value, random.nextInt(5), insn.labels(), insn.origin());
    }
}
