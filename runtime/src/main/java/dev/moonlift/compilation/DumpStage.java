package dev.moonlift.compilation;

/** What can be shown of hot code when it is compiled. */
public enum DumpStage {
    /** Bytecode of each function, with what is expected of its instructions. */
    BYTECODE,
    /** Graphs, as they are lowered to WebAssembly. */
    IR,
    /** The module as text, with the lines that its instructions come from. */
    WAT,
    /** The module, in a file. */
    WASM
}
