package dev.migrate.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind the parentheses of {@code CREATE TABLE}, by names in lower case. */
final class TableOptions {

    static final String ENGINE = "engine";
    static final String COLLATION = "collation";

    private static final Pattern OPTION = Pattern.compile("([A-Za-z_]+)=(?:['\"`]([^'\"`]*)['\"`]|(\\S+))");

    private static final Map<String, String> WORDS = Map.of(COLLATION, "COLLATE", "charset", "CHARACTER SET");

    private TableOptions() {}

    /** {@code CREATE_OPTIONS}: what somebody said, however the server spells it. */
    static Map<String, String> said(String createOptions) {
        Map<String, String> options = new TreeMap<>();
        Matcher option = OPTION.matcher(createOptions);
        while (option.find()) {
            String value = option.group(2) == null ? option.group(3) : option.group(2);
            options.put(option.group(1).toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
        }
        return options;
    }

    static String sql(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> " "
                        + WORDS.getOrDefault(option.getKey(), option.getKey().toUpperCase(Locale.ROOT)) + " = "
                        + (option.getKey().equals("encryption") ? "'" + option.getValue() + "'" : option.getValue()))
                .collect(Collectors.joining());
    }

    /** Whether indexes of such a table are hashed when nobody says more. */
    static boolean hashes(Map<String, String> options) {
        return "memory".equals(options.get(ENGINE));
    }
}
