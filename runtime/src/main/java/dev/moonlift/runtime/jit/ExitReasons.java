package dev.moonlift.runtime.jit;

import dev.moonlift.compilation.ExitCause;
import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.jit.JitListener.Exit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what compiled code had expected where it left. */
final class ExitReasons {
    private final FunctionNames names;

    ExitReasons(FunctionNames names) {
        this.names = names;
    }

    /** Why a function's code has left at an instruction. */
    Exit of(CodeUnit unit, int pc) {
        FunctionCode function = unit.function();
        int i = function.code()[pc];
        Kind result = unit.expectations().profile().result(pc);
        return switch (i & 0xFF) {
            case Op.CALL, Op.TAILCALL -> call(unit, pc);
            case Op.GETTABUP, Op.GETFIELD, Op.SELF ->
                exit(unit, pc, ExitCause.FIELD, field(function, Instruction.c(i)) + of(result));
            case Op.SETTABUP, Op.SETTABUPK, Op.SETFIELD, Op.SETFIELDK ->
                exit(unit, pc, ExitCause.FIELD, field(function, Instruction.b(i)));
            case Op.GETTABLE, Op.GETI -> exit(unit, pc, ExitCause.ELEMENT, "an element" + of(result));
            case Op.SETTABLE, Op.SETTABLEK, Op.SETI, Op.SETIK -> exit(unit, pc, ExitCause.ELEMENT, "an element");
            case Op.VARARGPREP, Op.FORLOOP, Op.TFORLOOP, Op.JMP -> exit(unit, pc, ExitCause.ENTRY, entry(unit, pc));
            default -> operands(unit, pc, result);
        };
    }

    /** The first instruction stands for the arguments as well, which are looked at before it. */
    private Exit operands(CodeUnit unit, int pc, Kind result) {
        if (pc == 0 && expectsArguments(unit)) {
            return exit(unit, pc, ExitCause.ENTRY, entry(unit, pc));
        }
        return exit(
                unit,
                pc,
                ExitCause.KIND,
                result == Kind.ANY ? "operands of the kinds that were seen" : "a result" + of(result));
    }

    private static boolean expectsArguments(CodeUnit unit) {
        return unit.signature() != null
                && unit.signature().parameters().stream().anyMatch(kind -> kind != Kind.ANY);
    }

    private Exit call(CodeUnit unit, int pc) {
        List<CallTarget> targets = unit.expectations().targets(pc);
        if (!targets.isEmpty()) {
            String callees = targets.stream()
                    .map(target -> names.of(target.prototype()))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" or "));
            return exit(unit, pc, ExitCause.CALLEE, "a call of " + (callees.isEmpty() ? "the same function" : callees));
        }
        if (unit.expectations().builtin(pc) >= 0) {
            return exit(unit, pc, ExitCause.CALLEE, "a call of the same library function");
        }
        return exit(
                unit,
                pc,
                ExitCause.KIND,
                "a result" + of(unit.expectations().profile().result(pc)));
    }

    private String field(FunctionCode function, int constant) {
        return "field " + names.constant(function, constant) + " in its place";
    }

    private static String entry(CodeUnit unit, int pc) {
        Kind[] seen = unit.expectations().profile().atLoopEnd(pc);
        if (seen != null) {
            return "variables of the kinds that were seen: "
                    + kinds(Arrays.stream(seen).distinct());
        }
        return pc == 0 && expectsArguments(unit)
                ? "arguments of the kinds " + kinds(unit.signature().parameters().stream())
                : "variables of the kinds that follow from the code";
    }

    private static String kinds(Stream<Kind> kinds) {
        return kinds.map(ExitReasons::name).collect(Collectors.joining(", "));
    }

    private static String of(Kind kind) {
        return kind == Kind.ANY ? "" : " of kind " + name(kind);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Exit exit(CodeUnit unit, int pc, ExitCause cause, String expected) {
        FunctionSource source = unit.function().source();
        return new Exit(unit.label().toString(), source.name(), source.line(pc), pc, cause, expected);
    }
}
