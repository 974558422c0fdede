/**
 * Strings and how texts are put together.
 *
 * <p>Strings of up to 40 bytes are interned: a table of buckets, chained through the headers of the strings themselves,
 * so that equality is equality of addresses. Longer strings are compared by content and hashed when first asked. All
 * texts that the kernel makes pass through the one {@link dev.moonlift.runtime.kernel.text.TextBuffer}, whose uses nest
 * like a stack and never outlive a safepoint.
 */
package dev.moonlift.runtime.kernel.text;
