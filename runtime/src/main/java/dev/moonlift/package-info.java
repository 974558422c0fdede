/**
 * Lua 5.4 in sandboxes inside a Java process: the API for those who embed it.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.builder().memory(64, MiB).fuel(50_000_000).timeout(ofSeconds(2)).build()) {
 *     sandbox.globals().set("greet", HostFunction.of((String name) -> "Hello, " + name));
 *     LuaFunction function = sandbox.load(Source.of("plugin.lua", text));
 *     Object answer = function.call(42);
 * }
 * }</pre>
 *
 * <h2>Values</h2>
 *
 * What Java hands to Lua, as an argument, a result or a field:
 *
 * <table>
 *   <caption>From Java to Lua</caption>
 *   <tr><th>Java</th><th>Lua</th></tr>
 *   <tr><td>null</td><td>nil</td></tr>
 *   <tr><td>Boolean</td><td>boolean</td></tr>
 *   <tr><td>Byte, Short, Integer, Long</td><td>integer</td></tr>
 *   <tr><td>Float, Double</td><td>float</td></tr>
 *   <tr><td>String</td><td>string, in UTF-8</td></tr>
 *   <tr><td>LuaString, byte[]</td><td>string of these bytes</td></tr>
 *   <tr><td>LuaTable, LuaFunction, LuaObject of the same sandbox</td><td>the value itself</td></tr>
 *   <tr><td>HostFunction</td><td>function</td></tr>
 *   <tr><td>List, Object[]</td><td>a new table, elements from 1 on</td></tr>
 *   <tr><td>Map</td><td>a new table</td></tr>
 * </table>
 *
 * and what Lua hands to Java:
 *
 * <table>
 *   <caption>From Lua to Java</caption>
 *   <tr><th>Lua</th><th>Java</th></tr>
 *   <tr><td>nil</td><td>null</td></tr>
 *   <tr><td>boolean</td><td>Boolean</td></tr>
 *   <tr><td>integer</td><td>Long</td></tr>
 *   <tr><td>float</td><td>Double</td></tr>
 *   <tr><td>string that is valid UTF-8</td><td>String</td></tr>
 *   <tr><td>any other string</td><td>{@link dev.moonlift.LuaString}</td></tr>
 *   <tr><td>table</td><td>{@link dev.moonlift.LuaTable}, a view</td></tr>
 *   <tr><td>function, of whatever origin</td><td>{@link dev.moonlift.LuaFunction}</td></tr>
 *   <tr><td>userdata, coroutine</td><td>{@link dev.moonlift.LuaObject}</td></tr>
 * </table>
 *
 * Strings lose nothing either way: one that UTF-8 cannot express arrives as its bytes. Where a Java type is asked for,
 * as by {@link dev.moonlift.LuaTable#get(Object, Class)} and by the parameters of a typed
 * {@link dev.moonlift.HostFunction}, integers and floats also convert to each other and to the smaller number types
 * when the value stays the same, and strings to {@code String}, {@code LuaString} and {@code byte[]}.
 *
 * <h2>Limits</h2>
 *
 * The memory limit holds for the life of a sandbox. Fuel and time are granted anew to every call that Java makes; calls
 * that Java makes from within a host function share what is left of the outer one. A call that hits a limit ends with
 * an exception and the guest cannot prevent it: no {@code pcall} returns, no {@code __close} runs. The sandbox can be
 * used again afterwards, and finds its variables as the call left them, in the middle of whatever it was doing.
 *
 * <h2>Compiled code</h2>
 *
 * What is hot becomes compiled code, unless {@link dev.moonlift.SandboxBuilder#optimization} says otherwise. Sandboxes
 * share it through a {@link dev.moonlift.CodeCache}, the process's or one of their own, which can be bounded, listed
 * and given a folder for the next process. To serve at full speed from the first call on, make a bundle beforehand,
 * with {@code moonlift compile} or like this:
 *
 * <pre>{@code
 * try (Sandbox sandbox = builder.training().build()) {
 *     sandbox.load(source).call(typicalArguments);
 *     sandbox.writeBundle(source, file);
 * }
 * }</pre>
 *
 * Then {@link dev.moonlift.SandboxBuilder#prewarm} with its {@link dev.moonlift.Source#bundle} before the first
 * request, and load that source in each sandbox.
 */
package dev.moonlift;
