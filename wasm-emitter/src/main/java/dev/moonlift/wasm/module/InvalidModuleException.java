package dev.moonlift.wasm.module;

/** A module breaks a rule of validation; the message says where and which. */
public final class InvalidModuleException extends RuntimeException {
    InvalidModuleException(String message) {
        super(message);
    }
}
