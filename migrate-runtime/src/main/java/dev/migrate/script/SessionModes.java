package dev.migrate.script;

import dev.migrate.script.ScriptSyntax.Client;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows what a script sets in its session, as far as it changes where strings end. Every dump of MySQL begins with
 * such a statement, and every trigger in it stands between two.
 */
final class SessionModes {

    private static final Pattern SAVED =
            Pattern.compile("(@\\w+)\\s*:?=\\s*@@(?:session\\.)?sql_mode\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SQL_MODE = Pattern.compile(
            "(?<![\\w@.])(?:@@)?(?:session[.\\s]+|local[.\\s]+)?sql_mode\\s*:?=\\s*(?:(@\\w+)|'([^']*)'|\"([^\"]*)\"|(\\w*))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONFORMING = Pattern.compile(
            "(?i)^SET\\s+(?:SESSION\\s+|LOCAL\\s+)?standard_conforming_strings\\s*(?:=|TO)\\s*'?(\\w+)'?\\s*$");

    private final ScriptSyntax server;
    private final Map<String, ScriptSyntax> saved = new HashMap<>();
    private ScriptSyntax now;

    SessionModes(ScriptSyntax server) {
        this.server = server;
        now = server;
    }

    /** The rules after a statement that begins with {@code SET}. */
    ScriptSyntax after(String sql) {
        if (server.is(Client.PSQL)) {
            Matcher conforming = CONFORMING.matcher(sql);
            if (conforming.find()) {
                now = now.withBackslashEscapes(
                        !isOn(conforming.group(1).toLowerCase(Locale.ROOT), server.backslashEscapes()));
            }
        } else if (server.is(Client.MYSQL)) {
            Matcher saving = SAVED.matcher(sql);
            while (saving.find()) {
                saved.put(saving.group(1).toLowerCase(Locale.ROOT), now);
            }
            Matcher mode = SQL_MODE.matcher(sql);
            while (mode.find()) {
                now = mode.group(1) == null
                        ? withMode(firstOf(mode.group(2), mode.group(3), mode.group(4)))
                        : saved.getOrDefault(mode.group(1).toLowerCase(Locale.ROOT), now);
            }
        }
        return now;
    }

    private static boolean isOn(String value, boolean serverEscapes) {
        return switch (value) {
            case "on", "true", "yes", "1" -> true;
            case "default" -> !serverEscapes;
            default -> false;
        };
    }

    private static String firstOf(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private ScriptSyntax withMode(String mode) {
        String upper = mode.toUpperCase(Locale.ROOT);
        if (upper.equals("DEFAULT")) {
            return server;
        }
        return now.withBackslashEscapes(!upper.contains("NO_BACKSLASH_ESCAPES"))
                .withDoubleQuotedNames(upper.contains("ANSI"));
    }
}
