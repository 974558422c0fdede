package dev.moonlift.wasm.module;

/** Something that whoever instantiates the module gives it. */
public sealed interface Import {

    /** The name of who gives it. */
    String module();

    /** Its name there. */
    String name();

    ExternalKind kind();

    /**
     * A function.
     *
     * @param type index among the module's types
     */
    record Function(String module, String name, int type) implements Import {
        @Override
        public ExternalKind kind() {
            return ExternalKind.FUNCTION;
        }
    }

    /** A table of functions. */
    record Table(String module, String name, Limits limits) implements Import {
        @Override
        public ExternalKind kind() {
            return ExternalKind.TABLE;
        }
    }

    /** A memory; its limits count pages. */
    record Memory(String module, String name, Limits limits) implements Import {
        @Override
        public ExternalKind kind() {
            return ExternalKind.MEMORY;
        }
    }

    /** A global. */
    record Global(String module, String name, GlobalType type) implements Import {
        @Override
        public ExternalKind kind() {
            return ExternalKind.GLOBAL;
        }
    }
}
