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

    /** Makes the table and leaves it in a register. While in the making it has a register of its own. */
    void construct(Expression.Table constructor, int target) {
        if (constructor.fields().isEmpty()) {
            code.emit(Op.NEWTABLE, target, 0, 0);
            code.emitExtra(0);
            return;
        }
        int table = new Construction().fill(constructor);
        if (target != table) {
            code.emit(Op.MOVE, target, table, 0);
        }
    }

    /** A table in the making. */
    private final class Construction {
        private final int table = registers.top();
        private final int open = code.emit(Op.NEWTABLE, table, 0, 0);
        private final int extra = code.emitExtra(0);
        private int keyed;
        /** List items stored so far. */
        private int listed;
        /** List items waiting in registers. */
        private int pending;
        /** List items that an open call at the end is expected to give. */
        private int expected;

        int fill(Expression.Table constructor) {
            registers.reserve(1);
            List<TableField> fields = constructor.fields();
            int last = fields.size() - 1;
            for (int i = 0; i <= last; i++) {
                storeFullBatch();
                if (i == last && fields.get(i).value().isMultiple() && fields.get(i) instanceof TableField.Positional) {
                    storeOpen(fields.get(i).value(), constructor.endPosition());
                } else {
                    add(fields.get(i));
                }
            }
            if (pending > 0) {
                code.chargeTo(constructor.endPosition());
                store(pending);
            }
            setSizes();
            registers.freeTo(table);
            return table;
        }

        private void add(TableField field) {
            if (field instanceof TableField.Positional item) {
                function.values().nextRegister(item.value());
                code.chargeTo(item.position());
                pending++;
            } else if (field instanceof TableField.Keyed item) {
                int mark = registers.top();
                Place place = function.places().at(table, item.key());
                function.places().store(place, item.value(), item.position());
                registers.freeTo(mark);
                keyed++;
            }
        }

        private void storeFullBatch() {
            if (pending == BATCH) {
                store(pending);
            }
        }

        /** Most calls have one result. */
        private void storeOpen(Expression multiple, int position) {
            expected = multiple instanceof Expression.ExtraArguments ? 0 : 1;
            function.values().toRegisters(List.of(multiple));
            code.chargeTo(position);
            store(0);
        }

        /** Stores these many items, or all up to top if 0. */
        private void store(int count) {
            code.emit(Op.SETLIST, table, count, 0);
            code.emitExtra(listed);
            registers.freeTo(table + 1);
            listed += pending;
            pending = 0;
        }

        private void setSizes() {
            int log = keyed == 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(keyed - 1) + 1;
            code.set(open, Instruction.abc(Op.NEWTABLE, table, log, 0));
            code.set(extra, Instruction.ax(Op.EXTRAARG, listed + expected));
        }
    }
}
