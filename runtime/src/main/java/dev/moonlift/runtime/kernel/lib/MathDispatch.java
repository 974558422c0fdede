package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: math. */
public final class MathDispatch {
    private final MathLibrary math;

    public MathDispatch(MathLibrary math) {
        this.math = math;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.MATH_ABS:
                return math.abs(func, count);
            case Builtin.MATH_ACOS:
                return math.acos(func, count);
            case Builtin.MATH_ASIN:
                return math.asin(func, count);
            case Builtin.MATH_ATAN:
                return math.atan(func, count);
            case Builtin.MATH_CEIL:
                return math.ceil(func, count);
            case Builtin.MATH_COS:
                return math.cos(func, count);
            case Builtin.MATH_EXP:
                return math.exp(func, count);
            case Builtin.MATH_FLOOR:
                return math.floor(func, count);
            case Builtin.MATH_FMOD:
                return math.fmod(func, count);
            case Builtin.MATH_LOG:
                return math.log(func, count);
            case Builtin.MATH_MAX:
                return math.max(func, count);
            case Builtin.MATH_MIN:
                return math.min(func, count);
            case Builtin.MATH_MODF:
                return math.modf(func, count);
            case Builtin.MATH_RANDOM:
                return math.random(func, count);
            case Builtin.MATH_RANDOMSEED:
                return math.randomseed(func, count);
            case Builtin.MATH_SIN:
                return math.sin(func, count);
            case Builtin.MATH_SQRT:
                return math.sqrt(func, count);
            case Builtin.MATH_TAN:
                return math.tan(func, count);
            case Builtin.MATH_TOINTEGER:
                return math.tointeger(func, count);
            case Builtin.MATH_TYPE:
                return math.type(func, count);
            case Builtin.MATH_ULT:
                return math.ult(func, count);
            case Builtin.MATH_DEG:
                return math.deg(func, count);
            case Builtin.MATH_RAD:
                return math.rad(func, count);
            default:
                return 0;
        }
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id) {
            case Builtin.MATH_MAX:
                return math.maxStep(func, count, step, callee, results);
            case Builtin.MATH_MIN:
                return math.minStep(func, count, step, callee, results);
            default:
                return 0;
        }
    }
}
