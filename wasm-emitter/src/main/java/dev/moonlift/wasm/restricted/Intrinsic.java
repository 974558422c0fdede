package dev.moonlift.wasm.restricted;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * The methods of the JDK that restricted Java may call. Each is static, is the same function on every platform, and
 * becomes one WebAssembly instruction or a short sequence of them.
 */
public enum Intrinsic {
    // spotless:off
    ABS_INT(Math.class, "abs", "(I)I"),
    ABS_LONG(Math.class, "abs", "(J)J"),
    ABS_DOUBLE(Math.class, "abs", "(D)D"),
    SQRT(Math.class, "sqrt", "(D)D"),
    FLOOR(Math.class, "floor", "(D)D"),
    CEIL(Math.class, "ceil", "(D)D"),
    RINT(Math.class, "rint", "(D)D"),
    COPY_SIGN(Math.class, "copySign", "(DD)D"),
    MIN_INT(Math.class, "min", "(II)I"),
    MIN_LONG(Math.class, "min", "(JJ)J"),
    MAX_INT(Math.class, "max", "(II)I"),
    MAX_LONG(Math.class, "max", "(JJ)J"),
    MULTIPLY_HIGH(Math.class, "multiplyHigh", "(JJ)J"),

    LEADING_ZEROS_INT(Integer.class, "numberOfLeadingZeros", "(I)I"),
    TRAILING_ZEROS_INT(Integer.class, "numberOfTrailingZeros", "(I)I"),
    BIT_COUNT_INT(Integer.class, "bitCount", "(I)I"),
    ROTATE_LEFT_INT(Integer.class, "rotateLeft", "(II)I"),
    ROTATE_RIGHT_INT(Integer.class, "rotateRight", "(II)I"),
    COMPARE_UNSIGNED_INT(Integer.class, "compareUnsigned", "(II)I"),
    DIVIDE_UNSIGNED_INT(Integer.class, "divideUnsigned", "(II)I"),
    REMAINDER_UNSIGNED_INT(Integer.class, "remainderUnsigned", "(II)I"),
    TO_UNSIGNED_LONG(Integer.class, "toUnsignedLong", "(I)J"),

    LEADING_ZEROS_LONG(Long.class, "numberOfLeadingZeros", "(J)I"),
    TRAILING_ZEROS_LONG(Long.class, "numberOfTrailingZeros", "(J)I"),
    BIT_COUNT_LONG(Long.class, "bitCount", "(J)I"),
    ROTATE_LEFT_LONG(Long.class, "rotateLeft", "(JI)J"),
    ROTATE_RIGHT_LONG(Long.class, "rotateRight", "(JI)J"),
    COMPARE_UNSIGNED_LONG(Long.class, "compareUnsigned", "(JJ)I"),
    DIVIDE_UNSIGNED_LONG(Long.class, "divideUnsigned", "(JJ)J"),
    REMAINDER_UNSIGNED_LONG(Long.class, "remainderUnsigned", "(JJ)J"),

    DOUBLE_TO_RAW_LONG_BITS(Double.class, "doubleToRawLongBits", "(D)J"),
    LONG_BITS_TO_DOUBLE(Double.class, "longBitsToDouble", "(J)D"),
    IS_NAN(Double.class, "isNaN", "(D)Z");
    // spotless:on

    private static final Map<String, Intrinsic> BY_KEY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Intrinsic::key, Function.identity()));

    private final String owner;
    private final String method;
    private final String descriptor;

    Intrinsic(Class<?> owner, String method, String descriptor) {
        this.owner = Type.getInternalName(owner);
        this.method = method;
        this.descriptor = descriptor;
    }

    /** The intrinsic that a static call means, or null if it means none. The owner is an internal name. */
    public static Intrinsic of(String owner, String method, String descriptor) {
        return BY_KEY.get(key(owner, method, descriptor));
    }

    /** The internal name of the class. */
    public String owner() {
        return owner;
    }

    public String method() {
        return method;
    }

    public String descriptor() {
        return descriptor;
    }

    private String key() {
        return key(owner, method, descriptor);
    }

    private static String key(String owner, String method, String descriptor) {
        return owner + "." + method + descriptor;
    }
}
