package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.wasm.module.Constant;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Limits;
import dev.moonlift.wasm.module.ModuleBuilder;
import dev.moonlift.wasm.module.ModuleWriter;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.translate.ProgramTranslator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Code that is there before a guest runs, as bytes. */
class PreparedCodeTest {
    private static final String PROGRAM = """
            local function add(a, b) return a + b end
            local t = {x = 1, y = 2.5}
            local s = 0
            for i = 1, 3 do s = add(s, i) t.x = t.y + s end
            for k, v in pairs(t) do s = s + v end
            pause(add)
            for i = 1, 3 do s = add(s, i) t.x = t.y end
            """;

    /** A module of one function at number 7, with more to it. */
    private static PreparedModule module(Consumer<ModuleBuilder> more) {
        ModuleBuilder builder = WasmModule.builder();
        more.accept(builder);
        return new PreparedModule(
                new StoredCode(
                        new CompilationRecord("key", "chicory", 2, Instant.EPOCH, Duration.ZERO),
                        new CodeImage(
                                List.of(new CodeImage.Function("a", 7, null, List.of())),
                                1,
                                0,
                                ModuleWriter.write(builder.build()))),
                List.of(new PreparedFunction(1000, 7, "hash", new byte[] {1, 2})),
                List.of(new CallTarget(
                        2000, 5, new Signature(List.of(Kind.FLOAT), Kind.TABLE, Signature.Results.ONE, true), null)));
    }

    private static PreparedCode copy(PreparedModule module) throws CodeFormatException {
        return PreparedCode.decode(new PreparedCode(List.of(module)).encode());
    }

    @Test
    void isReadAsItWasWritten() throws CodeFormatException {
        PreparedModule module = module(builder -> {});
        assertThat(copy(module).modules().get(0)).usingRecursiveComparison().isEqualTo(module);
    }

    @Test
    void profilesAreReadAsTheyWereWritten() {
        PausedGuest.look(PROGRAM, guest -> {
            Rehearsal rehearsal = guest.rehearse();
            for (FunctionCode function : rehearsal.functions()) {
                Profile profile = rehearsal.profile(function.prototype());
                profile.refute(1);
                profile.setImpure();
                CodeWriter out = new CodeWriter();
                profile.writeTo(out);
                assertThat(read(out, function)).usingRecursiveComparison().isEqualTo(profile);
            }
            assertThat(rehearsal.functions()).hasSize(2);
            return null;
        });
    }

    private static Profile read(CodeWriter written, FunctionCode function) {
        try {
            return Profile.read(new CodeReader(written.toByteArray()), function);
        } catch (CodeFormatException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProfileFitsItsFunctionOnly() {
        PausedGuest.look(PROGRAM, guest -> {
            Rehearsal rehearsal = guest.rehearse();
            FunctionCode main = rehearsal.functions().get(0);
            FunctionCode add =
                    FunctionCode.read(guest.memory(), guest.memory().getInt(guest.argument(0) + Closure.PROTOTYPE));
            CodeWriter out = new CodeWriter();
            rehearsal.profile(main.prototype()).writeTo(out);
            assertThatThrownBy(() -> Profile.read(new CodeReader(out.toByteArray()), add))
                    .isInstanceOf(CodeFormatException.class);
            return null;
        });
    }

    @Test
    void findsAllFunctionsOfAGuest() {
        PausedGuest.look(PROGRAM, guest -> {
            var found = HeapPrototypes.read(guest.memory());
            for (FunctionCode function : guest.rehearse().functions()) {
                assertThat(found.get(function.prototype()).isSame(function)).isTrue();
            }
            return null;
        });
    }

    @Test
    void whateverTheBytesAreReadingEnds() {
        Random random = new Random(1);
        byte[] bytes = new PreparedCode(List.of(module(builder -> {}), module(builder -> {}))).encode();
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                PreparedCode.decode(damaged);
            } catch (CodeFormatException expected) {
                assertThat(expected).hasMessageStartingWith("it ");
            }
        }
    }

    @Test
    void modulesMustBeLikeThoseOfTheCompiler() throws CodeFormatException {
        FunctionType nothing = new FunctionType(List.of(), List.of());
        Limits slots = new Limits(ProgramTranslator.CODE_SLOTS, ProgramTranslator.CODE_SLOTS);
        copy(module(builder -> {
            int call = builder.importFunction("kernel", "leave", nothing);
            int table = builder.importTable("kernel", ProgramTranslator.CODE, slots);
            builder.importMemory("moonlift", "memory", Limits.from(1));
            builder.addElements(table, Constant.i32(7), List.of(call));
        }));
        assertRefused(builder -> builder.importFunction("kernel", "run", nothing));
        assertRefused(builder -> builder.importFunction("wasi", "leave", nothing));
        assertRefused(builder -> builder.start(builder.importFunction("kernel", "leave", nothing)));
        for (int first : new int[] {6, 8}) {
            assertRefused(builder -> {
                int call = builder.importFunction("kernel", "leave", nothing);
                int table = builder.importTable("kernel", ProgramTranslator.CODE, slots);
                builder.addElements(table, Constant.i32(first), List.of(call));
            });
        }
    }

    private static void assertRefused(Consumer<ModuleBuilder> more) {
        assertThatThrownBy(() -> copy(module(more))).hasMessageContaining("the compiler would not make");
    }
}
