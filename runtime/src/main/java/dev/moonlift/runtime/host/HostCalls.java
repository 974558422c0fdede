package dev.moonlift.runtime.host;

/** The functions that an embedder gave to a guest, by number. */
@FunctionalInterface
public interface HostCalls {
    /**
     * Calls a function. Whatever it throws but {@link GuestRaise} ends the guest's call and passes through to whoever
     * made it.
     *
     * @param id the payload of the function's value
     * @param base slot of the function; the arguments follow it, and results are stored from it on
     * @param count number of arguments
     * @return number of results
     */
    int call(int id, int base, int count);
}
