/** What Chicory, which runs WebAssembly in pure Java, needs to work on our memories. */
package dev.moonlift.runtime.engine.chicory;
