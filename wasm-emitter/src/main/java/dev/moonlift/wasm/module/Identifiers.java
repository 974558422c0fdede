package dev.moonlift.wasm.module;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of one kind as identifiers of the text format (WebAssembly 2.0, §6.3.5): legal and unique. */
final class Identifiers {
    private static final String PUNCTUATION = "!#$%&'*+-./:<=>?@\\^_`|~";

    private final Map<Integer, String> texts = new HashMap<>();

    /** Characters that are not legal become {@code _}; a name that was there before gets its index behind. */
    Identifiers(Map<Integer, String> names) {
        Set<String> taken = new HashSet<>();
        names.forEach((index, name) -> {
            if (!name.isEmpty()) {
                String text = sanitize(name);
                while (!taken.add(text)) {
                    text += "#" + index;
                }
                texts.put(index, text);
            }
        });
    }

    /** How instructions refer to it: its identifier, or else its index. */
    String use(long index) {
        String text = text(index);
        return text == null ? Long.toString(index) : text;
    }

    /** How it is defined: its identifier, or else a comment with its index. */
    String definition(long index) {
        String text = text(index);
        return text == null ? "(;" + index + ";)" : text;
    }

    /** Its identifier and a space, or nothing. */
    String prefix(long index) {
        String text = text(index);
        return text == null ? "" : text + " ";
    }

    private String text(long index) {
        return texts.get((int) index);
    }

    static String sanitize(String name) {
        StringBuilder text = new StringBuilder("$");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(isLegal(c) ? c : '_');
        }
        return text.toString();
    }

    private static boolean isLegal(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || PUNCTUATION.indexOf(c) >= 0;
    }
}
