package dev.migrate.dialect.mysql;

import dev.migrate.operation.SetTableOptions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind the parentheses of {@code CREATE TABLE}, by names in lower case. */
final class TableOptions {

    static final String ENGINE = "engine";

    /** Changes with every row, so that no model holds it. */
    static final String NEXT_NUMBER = "auto_increment";

    /** Stands for what is said in {@code PARTITION BY}, which no model holds. */
    static final String PARTITIONED = "partitioned";

    /** Stands for {@code WITH SYSTEM VERSIONING}, of which no model holds the columns and the period. */
    static final String VERSIONED = "system versioned";

    private static final Pattern OPTION = Pattern.compile("([A-Za-z_]+)=(?:['\"`]([^'\"`]*)['\"`]|(\\S+))");

    private static final Map<String, String> WORDS =
            Map.of(SetTableOptions.COLLATION, "COLLATE", SetTableOptions.CHARSET, "DEFAULT CHARACTER SET");

    /** Words of other databases. */
    private static final Set<String> OF_OTHERS = Set.of("fillfactor", "strict", "without_rowid");

    private static final Set<String> TEXTS =
            Set.of("compression", "connection", "data directory", "encryption", "index directory", "password");

    /** How a server is told to choose by itself, where it does not understand DEFAULT. */
    private static final Map<String, String> RESET = Map.ofEntries(
            Map.entry(ENGINE, "InnoDB"),
            Map.entry("autoextend_size", "0"),
            Map.entry("avg_row_length", "0"),
            Map.entry("checksum", "0"),
            Map.entry("compression", ""),
            Map.entry("connection", ""),
            Map.entry("delay_key_write", "0"),
            Map.entry("encryption", "N"),
            Map.entry("insert_method", "NO"),
            Map.entry("key_block_size", "0"),
            Map.entry("max_rows", "0"),
            Map.entry("min_rows", "0"),
            Map.entry(NEXT_NUMBER, "0"));

    private TableOptions() {}

    /** {@code CREATE_OPTIONS}: what somebody said, however the server spells it. */
    static Map<String, String> said(String createOptions) {
        Map<String, String> options = new TreeMap<>();
        Matcher option = OPTION.matcher(createOptions);
        while (option.find()) {
            String value = option.group(2) == null ? option.group(3) : option.group(2);
            options.put(option.group(1).toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
        }
        if (createOptions.contains(PARTITIONED)) {
            options.put(PARTITIONED, "true");
        }
        return options;
    }

    /** What a person would state: the next number is a matter of the rows. */
    static Map<String, String> stated(Map<String, String> options) {
        Map<String, String> stated = OwnChecks.withoutThem(options);
        stated.remove(NEXT_NUMBER);
        return stated;
    }

    /** An option that this family does not have, or that nobody says in this way. */
    static Optional<String> unknown(Set<String> names) {
        return names.stream()
                .filter(name -> OF_OTHERS.contains(name) || name.equals(PARTITIONED) || name.equals(VERSIONED))
                .findFirst();
    }

    /** What such a table is called, and what makes one, where it is more than a model holds. */
    static Optional<Map.Entry<String, String>> notHeld(Set<String> names) {
        if (names.contains(PARTITIONED)) {
            return Optional.of(Map.entry("partitioned", "PARTITION BY …"));
        }
        return names.contains(VERSIONED)
                ? Optional.of(Map.entry("system-versioned", "WITH SYSTEM VERSIONING"))
                : Optional.empty();
    }

    static String sql(Map<String, String> options) {
        return OwnChecks.withoutThem(options).entrySet().stream()
                .map(option -> " " + sql(option.getKey(), option.getValue()))
                .collect(Collectors.joining());
    }

    static String sql(String name, String value) {
        boolean text = TEXTS.contains(name) || !value.matches("[A-Za-z0-9_]+");
        return WORDS.getOrDefault(name, name.toUpperCase(Locale.ROOT)) + " = "
                + (text ? "'" + value.replace("'", "''") + "'" : value);
    }

    /** What lets the server choose by itself. */
    static String reset(String name) {
        return sql(name, RESET.getOrDefault(name, "DEFAULT"));
    }

    /** Whether indexes of such a table are hashed when nobody says more. */
    static boolean hashes(Map<String, String> options) {
        return "memory".equals(options.get(ENGINE));
    }
}
