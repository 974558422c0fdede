package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.TableField;
import java.util.List;

/** Compiles table constructors: list items are gathered in registers and stored by the batch. */
final class TableCompiler {
    private static final int BATCH = 50;

    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    TableCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    /** Makes the table in a register; one in the making is always in a register of its own. */
    void construct(Expression.Table constructor, int target) {
        List<TableField> fields = constructor.fields();
        int table = fields.isEmpty() ? target : registers.top();
        int open = code.emit(Op.NEWTABLE, table, 0, 0);
        int extra = code.emitExtra(0);
        if (fields.isEmpty()) {
            return;
        }
        registers.reserve(1);
        int listed = 0;
        int keyed = 0;
        int pending = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (pending == BATCH) {
                store(table, listed, pending);
                listed += pending;
                pending = 0;
            }
            if (fields.get(i) instanceof TableField.Keyed field) {
                keyed(table, field);
                keyed++;
            } else if (i == fields.size() - 1 && fields.get(i).value().isMultiple()) {
                code.chargeTo(constructor.endPosition());
                function.values().toRegisters(List.of(fields.get(i).value()));
                code.emit(Op.SETLIST, table, 0, 0);
                code.emitExtra(listed);
                listed += pending;
                pending = 0;
            } else {
                item((TableField.Positional) fields.get(i));
                pending++;
            }
        }
        if (pending > 0) {
            code.chargeTo(constructor.endPosition());
            store(table, listed, pending);
            listed += pending;
        }
        size(open, extra, table, listed, keyed);
        registers.freeTo(table);
        if (target != table) {
            code.emit(Op.MOVE, target, table, 0);
        }
    }

    private void item(TableField.Positional item) {
        function.values().nextRegister(item.value());
        code.chargeTo(item.position());
    }

    private void keyed(int table, TableField.Keyed field) {
        int mark = registers.top();
        Place place = function.places().at(table, field.key());
        function.places().store(place, field.value(), field.position());
        registers.freeTo(mark);
    }

    private void store(int table, int listed, int count) {
        code.emit(Op.SETLIST, table, count, 0);
        code.emitExtra(listed);
        registers.freeTo(table + 1);
    }

    private void size(int open, int extra, int table, int listed, int keyed) {
        int log = keyed == 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(keyed - 1) + 1;
        code.set(open, Instruction.abc(Op.NEWTABLE, table, log, 0));
        code.set(extra, Instruction.ax(Op.EXTRAARG, Math.min(listed, Instruction.MAX_AX)));
    }
}
