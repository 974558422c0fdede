package dev.moonlift.runtime.host;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.lib.HostService;
import dev.moonlift.runtime.memory.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Does for a guest's library what {@link HostService} lists. */
final class Services {
    private static final int SECONDS_PER_HOUR = 3600;

    /** Bytes written at once. */
    private static final int CHUNK = 1 << 16;

    private final Guest guest;
    private final HostEnvironment environment;
    private final StandardStreams streams;

    Services(Guest guest, HostEnvironment environment) {
        this.guest = guest;
        this.environment = environment;
        this.streams = environment.streams();
    }

    private Memory memory() {
        return guest.memory();
    }

    private Value values() {
        return guest.kernel().values;
    }

    private GuestText text() {
        return guest.kernel().text;
    }

    /**
     * Carries out a service. Results replace the arguments, from {@code base} on.
     *
     * @return number of results
     * @throws GuestRaise to raise a Lua error
     * @throws GuestStop when the guest asked to end
     */
    int serve(int service, int base, int count) {
        try {
            return switch (service) {
                case HostService.LOAD -> load(base, count);
                case HostService.WRITE_OUTPUT -> writeOutput(base);
                case HostService.WRITE_ERROR -> writeError(base);
                case HostService.READ_INPUT -> readInput(base);
                case HostService.TIME -> integer(base, environment.clock().epochSeconds());
                case HostService.CLOCK -> number(base, environment.clock().seconds());
                case HostService.GETENV -> optionalText(base, environment.variable(text().decode(object(base, 1))));
                case HostService.EXIT -> throw guest.exit((int) values().integer(argument(base, 1)));
                case HostService.FIND_MODULE -> findModule(base);
                case HostService.READ_FILE -> readFile(base);
                case HostService.FLUSH -> flush();
                case HostService.TIME_ZONE -> timeZone(base);
                default -> throw new IllegalStateException("no service " + service);
            };
        } catch (IOException e) {
            throw guest.raise(message(e), e);
        }
    }

    private static String message(IOException e) {
        return e.getMessage() == null ? "input/output error" : e.getMessage();
    }

    private static int argument(int base, int index) {
        return base + index * Layout.SLOT;
    }

    private int object(int base, int index) {
        return values().object(argument(base, index));
    }

    // --- load ---

    private int load(int base, int count) {
        byte[] source = text().bytes(object(base, 1));
        ByteString name = ByteString.of(text().bytes(object(base, 2)));
        boolean hasEnvironment = count >= 4 && values().integer(argument(base, 4)) != 0;
        guest.charge(source.length);
        try {
            Prototype prototype = LuaCompiler.compile(source, name);
            guest.allocating(() -> hasEnvironment
                    ? storeFunction(base, prototype, argument(base, 3))
                    : storeFunction(base, prototype, State.GLOBALS));
            return 1;
        } catch (LuaSyntaxException e) {
            return nilAnd(base, e.text().toByteArray());
        }
    }

    private int storeFunction(int base, Prototype prototype, int environmentSlot) {
        int closure = guest.newFunction(prototype, environmentSlot);
        values().setObject(base, closure);
        return closure;
    }

    // --- files ---

    private int findModule(int base) throws IOException {
        StringBuilder tried = new StringBuilder();
        for (String candidate : ModuleFolder.candidates(text().decode(object(base, 1)))) {
            ModuleFolder.Found found = read(candidate);
            if (found != null) {
                return found(base, found);
            }
            tried.append(tried.isEmpty() ? "no file '" : "\n\tno file '")
                    .append(candidate)
                    .append('\'');
        }
        return nilAnd(base, utf8(tried.toString()));
    }

    private int readFile(int base) throws IOException {
        String name = text().decode(object(base, 1));
        ModuleFolder.Found found = read(name);
        return found != null
                ? found(base, found)
                : nilAnd(base, utf8("cannot open " + name + ": No such file or directory"));
    }

    private ModuleFolder.Found read(String name) throws IOException {
        ModuleFolder folder = environment.modules();
        return folder == null ? null : folder.read(name, memory().maximum());
    }

    private int found(int base, ModuleFolder.Found found) {
        byte[] source = LuaCompiler.skipShebang(found.bytes());
        string(base, source);
        string(base + Layout.SLOT, utf8("@" + found.name()));
        return 2;
    }

    // --- streams ---

    private int writeOutput(int base) throws IOException {
        int string = object(base, 1);
        int end = string + Str.BYTES + memory().getInt(string + Str.LENGTH);
        for (int at = string + Str.BYTES; at < end; at += CHUNK) {
            streams.write(memory().read(at, Math.min(CHUNK, end - at)));
        }
        return 0;
    }

    private int writeError(int base) throws IOException {
        streams.writeError(text().bytes(object(base, 1)));
        return 0;
    }

    private int flush() throws IOException {
        streams.flush();
        return 0;
    }

    private int readInput(int base) throws IOException {
        int format = argument(base, 1);
        if (values().tag(format) == Tag.INTEGER) {
            return readBytes(base, values().integer(format));
        }
        return switch (text().decode(values().object(format))) {
            case "l" -> optionalBytes(base, streams.readLine(false, memory().maximum()));
            case "L" -> optionalBytes(base, streams.readLine(true, memory().maximum()));
            case "a" -> string(base, streams.readAll(memory().maximum()));
            case "n" -> readNumber(base);
            default -> throw guest.raise("invalid format", null);
        };
    }

    private int readBytes(int base, long count) throws IOException {
        if (count > memory().maximum()) {
            throw guest.raiseOutOfMemory();
        }
        return optionalBytes(base, streams.readBytes((int) count));
    }

    private int readNumber(int base) throws IOException {
        string(base, streams.readNumeral());
        if (!guest.kernel().conversions.makeNumber(base)) {
            values().setNil(base);
        }
        return 1;
    }

    // --- time ---

    private int timeZone(int base) {
        long seconds = values().integer(argument(base, 1));
        Instant instant = Instant.ofEpochSecond(
                Math.min(Math.max(seconds, Instant.MIN.getEpochSecond()), Instant.MAX.getEpochSecond()));
        ZoneRules rules = environment.zone().getRules();
        values().setInteger(base, rules.getOffset(instant).getTotalSeconds());
        values().setInteger(base + Layout.SLOT, rules.isDaylightSavings(instant) ? 1 : 0);
        values().setInteger(base + 2 * Layout.SLOT, otherOffset(rules, instant));
        return 3;
    }

    /**
     * The offset before or after, whichever differs in daylight saving time; where there is none, an hour's difference.
     */
    private static int otherOffset(ZoneRules rules, Instant instant) {
        boolean summer = rules.isDaylightSavings(instant);
        ZoneOffsetTransition next = rules.nextTransition(instant);
        if (next != null && rules.isDaylightSavings(next.getInstant()) != summer) {
            return next.getOffsetAfter().getTotalSeconds();
        }
        ZoneOffsetTransition previous = rules.previousTransition(instant);
        if (previous != null && rules.isDaylightSavings(previous.getInstant().minusSeconds(1)) != summer) {
            return previous.getOffsetBefore().getTotalSeconds();
        }
        int offset = rules.getOffset(instant).getTotalSeconds();
        return summer ? offset - SECONDS_PER_HOUR : offset + SECONDS_PER_HOUR;
    }

    // --- results ---

    private int integer(int slot, long value) {
        values().setInteger(slot, value);
        return 1;
    }

    private int number(int slot, double value) {
        values().setFloat(slot, value);
        return 1;
    }

    private int optionalText(int slot, String value) {
        return optionalBytes(slot, value == null ? null : utf8(value));
    }

    private int optionalBytes(int slot, byte[] bytes) {
        if (bytes == null) {
            values().setNil(slot);
            return 1;
        }
        return string(slot, bytes);
    }

    private int string(int slot, byte[] bytes) {
        values().setObject(slot, guest.allocating(() -> text().create(bytes)));
        return 1;
    }

    private int nilAnd(int base, byte[] message) {
        values().setNil(base);
        string(base + Layout.SLOT, message);
        return 2;
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
