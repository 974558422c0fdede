package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: os, io and modules. */
public final class SystemDispatch {
    private final OsLibrary os;
    private final IoLibrary io;
    private final IoTransfer transfer;
    private final ModuleLibrary modules;

    public SystemDispatch(OsLibrary os, IoLibrary io, IoTransfer transfer, ModuleLibrary modules) {
        this.os = os;
        this.io = io;
        this.transfer = transfer;
        this.modules = modules;
    }

    /** See {@link Library#call}. */
    public int call(int id, int func, int count) {
        switch (id >> Builtin.LIBRARY_SHIFT) {
            case Builtin.LIBRARY_OS:
                return callOs(id, func, count);
            case Builtin.LIBRARY_IO:
                return callIo(id, func, count);
            default:
                return callModules(id, func, count);
        }
    }

    private int callOs(int id, int func, int count) {
        switch (id) {
            case Builtin.OS_CLOCK:
                return os.clock(func, count);
            case Builtin.OS_DATE:
                return os.date(func, count);
            case Builtin.OS_DIFFTIME:
                return os.difftime(func, count);
            case Builtin.OS_EXIT:
                return os.exit(func, count);
            case Builtin.OS_GETENV:
                return os.getenv(func, count);
            case Builtin.OS_SETLOCALE:
                return os.setlocale(func, count);
            default:
                return os.time(func, count);
        }
    }

    private int callIo(int id, int func, int count) {
        switch (id) {
            case Builtin.IO_CLOSE:
                return io.close(func, count);
            case Builtin.IO_FLUSH:
                return io.flush(func, count);
            case Builtin.IO_INPUT:
                return io.input(func, count);
            case Builtin.IO_LINES:
                return io.lines(func, count);
            case Builtin.IO_OUTPUT:
                return io.output(func, count);
            case Builtin.IO_READ:
                return transfer.read(func, count);
            case Builtin.IO_TYPE:
                return io.type(func, count);
            case Builtin.IO_WRITE:
                return transfer.write(func, count);
            default:
                return callFile(id, func, count);
        }
    }

    private int callFile(int id, int func, int count) {
        switch (id) {
            case Builtin.IO_FILE_CLOSE:
                return io.fileClose(func, count);
            case Builtin.IO_FILE_FLUSH:
                return io.fileFlush(func, count);
            case Builtin.IO_FILE_LINES:
                return io.fileLines(func, count);
            case Builtin.IO_FILE_READ:
                return transfer.fileRead(func, count);
            case Builtin.IO_FILE_RELEASE:
                return io.release(func, count);
            case Builtin.IO_FILE_SEEK:
                return io.seek(func, count);
            case Builtin.IO_FILE_SETVBUF:
                return io.setBuffer(func, count);
            case Builtin.IO_FILE_TOSTRING:
                return io.fileText(func, count);
            case Builtin.IO_FILE_WRITE:
                return transfer.fileWrite(func, count);
            default:
                return transfer.nextLine(func, count);
        }
    }

    private int callModules(int id, int func, int count) {
        switch (id) {
            case Builtin.SEARCH_PRELOAD:
                return modules.searchPreload(func, count);
            case Builtin.SEARCH_FOLDER:
                return modules.searchFolder(func, count);
            case Builtin.FIND_MODULE:
                return modules.findModule(func, count);
            default:
                return modules.readFile(func, count);
        }
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id) {
            case Builtin.OS_DATE:
                return os.dateStep(func, count, step, callee, results);
            case Builtin.OS_TIME:
                return os.timeStep(func, count, step, callee, results);
            case Builtin.IO_FLUSH:
            case Builtin.IO_FILE_FLUSH:
                return io.flushStep(func, count, step, callee, results);
            case Builtin.IO_READ:
                return transfer.readStep(func, count, step, callee, results);
            case Builtin.IO_FILE_READ:
                return transfer.fileReadStep(func, count, step, callee, results);
            case Builtin.IO_LINES_NEXT:
                return transfer.nextLineStep(func, count, step, callee, results);
            case Builtin.IO_WRITE:
                return transfer.writeStep(func, count, step, callee, results);
            case Builtin.IO_FILE_WRITE:
                return transfer.fileWriteStep(func, count, step, callee, results);
            default:
                return 0;
        }
    }
}
