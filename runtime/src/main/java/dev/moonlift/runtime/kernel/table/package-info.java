/**
 * Tables without metamethods. {@link dev.moonlift.runtime.kernel.table.Tables} has what others ask for, by key: to make
 * a table, read, write, find a border, traverse. It knows both parts:
 * {@link dev.moonlift.runtime.kernel.table.TableArray} and {@link dev.moonlift.runtime.kernel.table.TableHash}, which
 * do not know each other; {@link dev.moonlift.runtime.kernel.table.TableGrowth} moves keys between them.
 *
 * <pre>
 *   array part, keys 1 to n      | payload n | ... | payload 1 | tag 1 | ... | tag n |     9 bytes an element
 *   hash part, 2^k nodes         | free pointer, 4 unused | node | node | ... |           24 bytes a node
 *   node                         | value 8 | key 8 | value tag | key tag | 2 unused | next 4 |
 * </pre>
 *
 * <p>What must stay true: a key with a value lies in the array part if its capacity covers it, else in exactly one
 * node; a node whose key is in its main position begins the chain of all keys with that main position. A node whose
 * value is nil keeps its key and its place in the chain until a new key takes it over or the table is rehashed, so that
 * a traversal may set values to nil. A table's filter has the bit of each short string that is a key: what looks along
 * metatables mostly sees with one test that a table has no field of that name.
 */
package dev.moonlift.runtime.kernel.table;
