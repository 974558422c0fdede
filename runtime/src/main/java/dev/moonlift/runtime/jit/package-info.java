/** The compiler of hot guest functions and loops, and what connects its code with the kernel. */
package dev.moonlift.runtime.jit;
