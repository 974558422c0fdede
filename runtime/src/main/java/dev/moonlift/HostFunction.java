package dev.moonlift;

import java.io.Serializable;

/**
 * A Java function that a guest can call.
 *
 * <p>An exception that it throws becomes a Lua error whose message is the exception's, preceded by the guest's line; a
 * {@link LuaException} becomes an error with its own value. When such an error reaches Java again, uncaught, the
 * exception is its cause. The guest never sees a Java stack trace. An {@link Error} is not the guest's business: it
 * ends the guest's call and passes through to Java.
 *
 * <p>The function runs on the thread that called the guest, and may use the sandbox, call the guest again included. A
 * sandbox remembers every function object that it was given until it is closed: make one, and pass that one often.
 */
@FunctionalInterface
public interface HostFunction {
    /**
     * Does the work.
     *
     * @return the result, converted to Lua; null for nil; {@link Results} for several values or none
     * @throws Exception to raise a Lua error
     */
    Object call(Arguments arguments) throws Exception;

    /** A function without parameters; arguments that it gets are ignored. */
    static <R> HostFunction of(Function0<R> function) {
        return arguments -> function.call();
    }

    /**
     * A function with one parameter. Its type is found out from a lambda with declared parameter types or from a method
     * reference, and what the guest passes is converted to it, or refused with "bad argument"; see
     * {@link Arguments#get(int, Class)}. Without a type to be found, any value is passed as it comes.
     *
     * @throws IllegalArgumentException if no Lua value converts to the type of a parameter
     */
    static <A, R> HostFunction of(Function1<A, R> function) {
        Parameters types = Parameters.of(function, 1);
        return arguments -> function.call(types.get(arguments, 1));
    }

    /** A function with two parameters, as {@link #of(Function1)}. */
    static <A, B, R> HostFunction of(Function2<A, B, R> function) {
        Parameters types = Parameters.of(function, 2);
        return arguments -> function.call(types.get(arguments, 1), types.get(arguments, 2));
    }

    /** A function with three parameters, as {@link #of(Function1)}. */
    static <A, B, C, R> HostFunction of(Function3<A, B, C, R> function) {
        Parameters types = Parameters.of(function, 3);
        return arguments -> function.call(types.get(arguments, 1), types.get(arguments, 2), types.get(arguments, 3));
    }

    /** A function without parameters and results. */
    static HostFunction action(Action0 action) {
        return arguments -> {
            action.run();
            return Results.none();
        };
    }

    /** A function with one parameter and no result; for the parameter see {@link #of(Function1)}. */
    static <A> HostFunction action(Action1<A> action) {
        Parameters types = Parameters.of(action, 1);
        return arguments -> {
            action.run(types.get(arguments, 1));
            return Results.none();
        };
    }

    /** A function with two parameters and no result; for the parameters see {@link #of(Function1)}. */
    static <A, B> HostFunction action(Action2<A, B> action) {
        Parameters types = Parameters.of(action, 2);
        return arguments -> {
            action.run(types.get(arguments, 1), types.get(arguments, 2));
            return Results.none();
        };
    }

    /** See {@link HostFunction#of(Function0)}. */
    @FunctionalInterface
    interface Function0<R> {
        /** Does the work. */
        R call() throws Exception;
    }

    /** See {@link HostFunction#of(Function1)}. Serializable only so that the type of its parameter can be found. */
    @FunctionalInterface
    interface Function1<A, R> extends Serializable {
        /** Does the work. */
        R call(A first) throws Exception;
    }

    /** See {@link HostFunction#of(Function2)}. */
    @FunctionalInterface
    interface Function2<A, B, R> extends Serializable {
        /** Does the work. */
        R call(A first, B second) throws Exception;
    }

    /** See {@link HostFunction#of(Function3)}. */
    @FunctionalInterface
    interface Function3<A, B, C, R> extends Serializable {
        /** Does the work. */
        R call(A first, B second, C third) throws Exception;
    }

    /** See {@link HostFunction#action(Action0)}. */
    @FunctionalInterface
    interface Action0 {
        /** Does the work. */
        void run() throws Exception;
    }

    /** See {@link HostFunction#action(Action1)}. */
    @FunctionalInterface
    interface Action1<A> extends Serializable {
        /** Does the work. */
        void run(A first) throws Exception;
    }

    /** See {@link HostFunction#action(Action2)}. */
    @FunctionalInterface
    interface Action2<A, B> extends Serializable {
        /** Does the work. */
        void run(A first, B second) throws Exception;
    }
}
