package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: table. */
public final class TableDispatch {
    private final TableLibrary tables;
    private final TableConcat concatenation;
    private final TableSort sorting;

    public TableDispatch(TableLibrary tables, TableConcat concatenation, TableSort sorting) {
        this.tables = tables;
        this.concatenation = concatenation;
        this.sorting = sorting;
    }

    /** See {@link Library#call}. */
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.TABLE_CONCAT:
                return concatenation.concat(func, count);
            case Builtin.TABLE_INSERT:
                return tables.insert(func, count);
            case Builtin.TABLE_MOVE:
                return tables.move(func, count);
            case Builtin.TABLE_PACK:
                return tables.pack(func, count);
            case Builtin.TABLE_REMOVE:
                return tables.remove(func, count);
            case Builtin.TABLE_SORT:
                return sorting.sort(func, count);
            case Builtin.TABLE_UNPACK:
                return tables.unpack(func, count);
            default:
                return 0;
        }
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id) {
            case Builtin.TABLE_CONCAT:
                return concatenation.concatStep(func, count, step, callee, results);
            case Builtin.TABLE_INSERT:
                return tables.insertStep(func, count, step, callee, results);
            case Builtin.TABLE_REMOVE:
                return tables.removeStep(func, count, step, callee, results);
            case Builtin.TABLE_SORT:
                return sorting.sortStep(func, count, step, callee, results);
            case Builtin.TABLE_UNPACK:
                return tables.unpackStep(func, count, step, callee, results);
            default:
                return 0;
        }
    }
}
