/**
 * What names mean while a chunk is parsed: variables and the registers they take, upvalues, labels and the jumps to
 * them, with the limits and rules of the language.
 */
package dev.moonlift.frontend.lua.scope;
