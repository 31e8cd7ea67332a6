package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiTypes;
import dev.migrate.schema.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types as they are declared to SQLite, which takes any words, keeps them, and draws an <em>affinity</em> from them: a
 * text that looks like a number becomes one in a column whose type does not say {@code CHAR}, {@code CLOB},
 * {@code TEXT} or {@code BLOB}. UUIDs and JSON therefore say {@code TEXT}. Decimal numbers are meant to become numbers,
 * so that they compare as such; SQLite keeps 15 digits of a fraction exactly.
 *
 * @see <a href="https://sqlite.org/datatype3.html">Datatypes in SQLite</a>
 */
final class SqliteTypes extends AnsiTypes {

    private static final Pattern DECLARED = Pattern.compile(
            "(?<words>[A-Z][A-Z0-9_ ]*?)" + "(?: ?\\( ?(?<first>\\d{1,9}) ?(?:, ?(?<second>\\d{1,9}) ?)?\\))?");

    private static final Map<String, ColumnType> PLAIN = Map.ofEntries(
            Map.entry("TINYINT", new ColumnType.IntegerType(8)),
            Map.entry("SMALLINT", new ColumnType.IntegerType(16)),
            Map.entry("INTEGER", new ColumnType.IntegerType(32)),
            Map.entry("BIGINT", new ColumnType.IntegerType(64)),
            Map.entry("BOOLEAN", new ColumnType.Bool()),
            Map.entry("REAL", new ColumnType.Floating(32)),
            Map.entry("DOUBLE PRECISION", new ColumnType.Floating(64)),
            Map.entry("TEXT", new ColumnType.Text()),
            Map.entry("BLOB", new ColumnType.Blob()),
            Map.entry("DATE", new ColumnType.Date()),
            Map.entry("UUID TEXT", new ColumnType.Uuid()),
            Map.entry("JSON TEXT", new ColumnType.Json()));

    private static final Map<String, IntFunction<ColumnType>> MEASURED = Map.of(
            "VARCHAR", ColumnType.VarChar::new,
            "CHAR", ColumnType.Char::new,
            "BINARY", ColumnType.Binary::new,
            "VARBINARY", ColumnType.VarBinary::new,
            "TIME", ColumnType.Time::new,
            "TIMESTAMP", ColumnType.Timestamp::new,
            "TIMESTAMPTZ", ColumnType.TimestampTz::new);

    /** What other tools declare for the same. */
    private static final Map<String, ColumnType> ALIASES = Map.of(
            "INT", new ColumnType.IntegerType(32),
            "INT2", new ColumnType.IntegerType(16),
            "INT8", new ColumnType.IntegerType(64),
            "BOOL", new ColumnType.Bool(),
            "FLOAT", new ColumnType.Floating(64),
            "DOUBLE", new ColumnType.Floating(64),
            "CLOB", new ColumnType.Text(),
            "UUID", new ColumnType.Uuid(),
            "JSON", new ColumnType.Json());

    @Override
    public String text(ColumnType.Text type) {
        return "TEXT";
    }

    @Override
    public String blob(ColumnType.Blob type) {
        return "BLOB";
    }

    @Override
    public String uuid(ColumnType.Uuid type) {
        return "UUID TEXT";
    }

    @Override
    public String json(ColumnType.Json type) {
        return "JSON TEXT";
    }

    /** Nothing may stand behind the precision. */
    @Override
    public String timestampTz(ColumnType.TimestampTz type) {
        return "TIMESTAMPTZ(" + type.precision() + ")";
    }

    /** Room for the longest value; that it is one of them is a check's business. */
    @Override
    public String enumOf(ColumnType.EnumOf type) {
        int longest = type.values().stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(1);
        return "VARCHAR(" + Math.max(1, longest) + ")";
    }

    /**
     * The type of a column, kept so that it is declared in the same words again.
     *
     * @param declared the words of its declaration; empty when it has none, which is the same affinity as {@code BLOB}
     */
    static ColumnType read(String declared) {
        if (declared.isBlank()) {
            return new ColumnType.Blob();
        }
        return known(declared).orElseGet(() -> new ColumnType.Raw(declared));
    }

    private static Optional<ColumnType> known(String declared) {
        Matcher matcher = DECLARED.matcher(plain(declared));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String words = matcher.group("words");
        if (matcher.group("first") == null) {
            return Optional.ofNullable(PLAIN.get(words));
        }
        int first = Integer.parseInt(matcher.group("first"));
        if (matcher.group("second") != null) {
            return words.equals("DECIMAL") && first > 0
                    ? Optional.of(new ColumnType.Decimal(first, Integer.parseInt(matcher.group("second"))))
                    : Optional.empty();
        }
        return (words.startsWith("TIME") ? first <= 6 : first > 0)
                ? Optional.ofNullable(MEASURED.get(words)).map(type -> type.apply(first))
                : Optional.empty();
    }

    /** The word for the present moment, as a column of this type takes it. */
    static String moment(ColumnType type) {
        if (type instanceof ColumnType.Date) {
            return "CURRENT_DATE";
        }
        return type instanceof ColumnType.Time ? "CURRENT_TIME" : "CURRENT_TIMESTAMP";
    }

    /** A type in one spelling, whoever declared it: good for comparing only. */
    static ColumnType comparable(ColumnType type) {
        if (!(type instanceof ColumnType.Raw raw)) {
            return type;
        }
        String words = plain(raw.sql())
                .replaceFirst("^(?:NUMERIC|DEC) ?\\(", "DECIMAL(")
                .replaceFirst("^CHAR(?:ACTER)? VARYING ?\\(", "VARCHAR(")
                .replaceFirst("^CHARACTER ?\\(", "CHAR(")
                .replaceFirst("^DECIMAL\\( ?(\\d+) ?\\)$", "DECIMAL($1, 0)");
        return known(words)
                .or(() -> Optional.ofNullable(ALIASES.get(words)))
                .orElseGet(() -> new ColumnType.Raw(words));
    }

    private static String plain(String declared) {
        return declared.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
