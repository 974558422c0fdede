/** Lua's own test suite, which does not come with Moonlift: it is read from a folder that the user names. */
package dev.moonlift.conformance.official;
