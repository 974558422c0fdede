package dev.moonlift.frontend.lua.scope;

import dev.moonlift.frontend.lua.LuaSyntaxException;

/** How scopes complain: the parser knows where it is. */
public interface ScopeErrors {
    /** An error that names the token that was reached. */
    LuaSyntaxException nearToken(String message);

    /** An error that names the line only. */
    LuaSyntaxException atLine(String message);
}
