package dev.moonlift;

import dev.moonlift.runtime.host.Guest;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.table.Tables;

/** What an operation on a guest's objects uses, while it has the sandbox to itself. */
record Access(Guest guest, Registry registry, Marshaller marshaller) {
    static final int SLOT = Layout.SLOT;

    Tables tables() {
        return guest.kernel().tables;
    }

    /** The guest object of a reference. */
    int address(LuaReference reference) {
        return guest.kernel().values.object(registry.slot(reference.pin()));
    }

    void clearKey() {
        guest.kernel().values.setNil(Marshaller.KEY);
    }

    LuaTable metatable(LuaTable table) {
        int metatable = guest.memory().getInt(address(table) + Table.METATABLE);
        if (metatable == 0) {
            return null;
        }
        guest.kernel().values.setObject(Marshaller.VALUE, metatable);
        return (LuaTable) marshaller.read(Marshaller.VALUE);
    }
}
