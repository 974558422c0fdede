/** The linear memory that holds a guest: the only state that the kernel knows. */
package dev.moonlift.runtime.memory;
