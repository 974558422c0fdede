package dev.moonlift.runtime.engine.wasmtime;

import java.util.HexFormat;

/**
 * Hand-assembled modules that import the memory.
 *
 * <pre>
 *   (module (import "moonlift" "memory" (memory 1 32768))
 *     (func (export "run") (local $what i32)
 *       (local.set $what (i32.load (i32.const 0)))
 *       (if (i32.eq (local.get $what) (i32.const 1)) (then unreachable))
 *       (if (i32.eq (local.get $what) (i32.const 2)) (then (call $deep)))
 *       (if (i32.eq (local.get $what) (i32.const 3))
 *         (then (i32.store (i32.const 4) (memory.grow (i32.load (i32.const 4))))))
 *       (if (i32.eq (local.get $what) (i32.const 4))
 *         (then (loop $again (br_if $again (i32.eqz (i32.load (i32.const 8)))))))
 *       (if (i32.eq (local.get $what) (i32.const 5))
 *         (then (i32.store (i32.const 4) (i32.load (i32.load (i32.const 4))))))
 *       (i32.store (i32.const 12) (i32.add (i32.load (i32.const 12)) (i32.const 1))))
 *     (func $deep (call $deep) (call $deep)))
 * </pre>
 */
final class StubModule {
    static final int WHAT = 0;
    static final int OPERAND = 4;
    static final int FLAG = 8;
    /** Runs that came to their end. */
    static final int COUNTER = 12;

    static final int NOTHING = 0;
    static final int TRAP = 1;
    static final int RECURSE = 2;
    static final int GROW = 3;
    static final int AWAIT_FLAG = 4;
    static final int LOAD = 5;

    private StubModule() {}

    static byte[] code() {
        return HexFormat.of().parseHex("""
                0061736d01000000010401600000021701086d6f6f6e6c696674066d656d6f7279020101808002030302000007070103\
                72756e00000a70026701017f4100280200210020004101460440000b2000410246044010010b20004103460440410441\
                0428020040003602000b2000410446044003404108280200450d000b0b20004105460440410441042802002802003602\
                000b410c410c28020041016a3602000b0600100110010b""");
    }

    /** {@code (module (import "kernel" "run" (func $run)) (func (export "twice") (call $run) (call $run)))}. */
    static byte[] codeThatCallsTwice() {
        return HexFormat.of().parseHex("""
                0061736d01000000010401600000020e01066b65726e656c0372756e0000030201000709010574776963650001\
                0a08010600100010000b""");
    }
}
