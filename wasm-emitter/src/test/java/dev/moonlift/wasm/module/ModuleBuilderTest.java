package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleBuilderTest {
    private static final Body EMPTY = new Body(List.of(), List.of(Insn.of(WasmOp.END)));

    private final ModuleBuilder builder = WasmModule.builder();

    @Test
    void keepsEachTypeOnce() {
        int first = builder.type(Samples.NOTHING);
        int other = builder.type(Samples.LONG_TO_LONG);
        int again = builder.type(new FunctionType(List.of(), List.of()));
        assertThat(List.of(first, other, again)).containsExactly(0, 1, 0);
        assertThat(builder.build().types()).containsExactly(Samples.NOTHING, Samples.LONG_TO_LONG);
    }

    @Test
    void numbersFunctionsBehindImports() {
        int imported = builder.importFunction("m", "f", Samples.NOTHING);
        int first = builder.declareFunction("first", Samples.NOTHING);
        int second = builder.declareFunction("second", Samples.LONG_TO_LONG);
        Body endless = new Body(List.of(), List.of(Insn.of(WasmOp.UNREACHABLE), Insn.of(WasmOp.END)));
        builder.define(second, endless);
        builder.define(first, EMPTY);
        assertThat(List.of(imported, first, second)).containsExactly(0, 1, 2);
        assertThat(builder.build().functions())
                .containsExactly(new DefinedFunction(0, EMPTY), new DefinedFunction(1, endless));
        assertThat(builder.build().names().functions()).containsEntry(0, "f").containsEntry(2, "second");
    }

    @Test
    void numbersEachKindByItself() {
        builder.importFunction("m", "f", Samples.NOTHING);
        assertThat(builder.importGlobal("m", "g", ValueType.I32, false)).isZero();
        assertThat(builder.addGlobal(ValueType.F32, true, 0, "h")).isEqualTo(1);
        assertThat(builder.importTable("m", "t", Limits.from(1))).isZero();
        assertThat(builder.addTable(Limits.from(1))).isEqualTo(1);
        assertThat(builder.importMemory("m", "memory", Limits.from(1))).isZero();
        assertThat(builder.addMemory(Limits.from(1))).isEqualTo(1);
        assertThat(builder.build().importedCount(ExternalKind.GLOBAL)).isEqualTo(1);
    }

    @Test
    void refusesAnImportThatWouldRenumberFunctions() {
        builder.declareFunction("first", Samples.NOTHING);
        assertThatThrownBy(() -> builder.importFunction("m", "late", Samples.NOTHING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("m.late");
    }

    @Test
    void refusesAnImportThatWouldRenumberGlobals() {
        builder.addGlobal(ValueType.I32, true, 0, null);
        builder.importFunction("m", "another kind", Samples.NOTHING);
        assertThatThrownBy(() -> builder.importGlobal("m", "late", ValueType.I32, false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesTwoBodies() {
        int function = builder.addFunction("f", Samples.NOTHING, EMPTY);
        assertThatThrownBy(() -> builder.define(function, EMPTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("function 0 (f) is defined twice");
    }

    @Test
    void refusesABodyForAnImport() {
        int imported = builder.importFunction("m", "f", Samples.NOTHING);
        assertThatThrownBy(() -> builder.define(imported, EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.define(1, EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToBuildWithoutABody() {
        builder.declareFunction("f", Samples.NOTHING);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("function 0 (f) is declared but not defined");
    }

    @Test
    void refusesTheSectionsOfTheWriter() {
        builder.addCustomSection("moonlift.origin", Bytes.of(new byte[0]));
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotChangedByWhatComesAfterBuilding() {
        WasmModule module = builder.build();
        builder.addFunction("f", Samples.NOTHING, EMPTY);
        assertThat(module).isEqualTo(WasmModule.builder().build());
    }
}
