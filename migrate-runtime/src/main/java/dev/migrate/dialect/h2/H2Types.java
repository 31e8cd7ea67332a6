package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiTypes;
import dev.migrate.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as H2 spells them. */
final class H2Types extends AnsiTypes {

    private static final String LIST = " ARRAY";

    private static final int SINGLE_PRECISION = 24;
    private static final int DOUBLE_PRECISION = 53;
    private static final int FINEST = 6;

    /** How long text or bytes may be when nobody says it. */
    private static final int H2_LONGEST = 1_000_000_000;

    /** How many digits a number may have when nobody says it. */
    private static final int MOST_DIGITS = 100_000;

    private static final Pattern SPELLING = Pattern.compile(
            "(?<name>(?:NATIONAL )?[A-Z][A-Z0-9_]*(?: VARYING| PRECISION| LARGE OBJECT)?)"
                    + "(?: ?\\( ?(?<size>1000000000|\\d{1,9})(?: CHARACTERS| OCTETS)? ?(?:, ?(?<scale>\\d{1,9}) ?)?\\))?(?:(?<zone> WITH TIME ZONE)| WITHOUT TIME ZONE)?");

    private static final Pattern ENUM = Pattern.compile("enum ?\\((.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");

    private final boolean tinyint;

    H2Types(boolean tinyint) {
        this.tinyint = tinyint;
    }

    @Override
    public String integer(ColumnType.IntegerType type) {
        return type.bits() == 8 && !tinyint ? "SMALLINT" : super.integer(type);
    }

    /**
     * What a type means that a person or a persistence provider spelled.
     *
     * @param spelling for example {@code varchar(40)} or {@code enum ('A','B')}
     * @return the type; one that only H2 has is {@code Raw}, in upper case
     */
    static ColumnType read(String spelling) {
        String sql = spelling.strip().replaceAll("\\s+", " ");
        Matcher words = ENUM.matcher(sql);
        if (words.matches()) {
            return new ColumnType.EnumOf(WORD.matcher(words.group(1))
                    .results()
                    .map(word -> word.group(1).replace("''", "'"))
                    .toList());
        }
        String upper = sql.toUpperCase(Locale.ROOT);
        if (upper.endsWith(LIST)) {
            return new ColumnType.Raw(list(read(sql.substring(0, sql.length() - LIST.length()))));
        }
        Matcher matcher = SPELLING.matcher(upper);
        if (!matcher.matches()) {
            return new ColumnType.Raw(upper);
        }
        Optional<Integer> size = number(matcher.group("size"));
        Optional<Integer> scale = number(matcher.group("scale"));
        boolean zone = matcher.group("zone") != null;
        return switch (matcher.group("name")) {
            case "TINYINT" -> new ColumnType.IntegerType(8);
            case "SMALLINT", "INT2" -> new ColumnType.IntegerType(16);
            case "INTEGER", "INT", "INT4", "SIGNED", "MEDIUMINT" -> new ColumnType.IntegerType(32);
            case "BIGINT", "INT8" -> new ColumnType.IntegerType(64);
            case "BOOLEAN", "BOOL", "BIT" -> new ColumnType.Bool();
            case "REAL" -> new ColumnType.Floating(32);
            case "DOUBLE PRECISION", "DOUBLE" -> new ColumnType.Floating(64);
            case "FLOAT" -> new ColumnType.Floating(size.orElse(DOUBLE_PRECISION) <= SINGLE_PRECISION ? 32 : 64);
            case "NUMERIC", "DECIMAL", "DEC" -> new ColumnType.Decimal(size.orElse(MOST_DIGITS), scale.orElse(0));
            case "NUMBER" ->
                size.map(digits -> (ColumnType) new ColumnType.Decimal(digits, scale.orElse(0)))
                        .orElseGet(() -> new ColumnType.Raw(upper));
            case "CHARACTER VARYING",
                    "CHAR VARYING",
                    "VARCHAR",
                    "VARCHAR2",
                    "NVARCHAR",
                    "NVARCHAR2",
                    "VARCHAR_CASESENSITIVE",
                    "LONGVARCHAR",
                    "NATIONAL CHARACTER VARYING",
                    "NATIONAL CHAR VARYING",
                    "NCHAR VARYING",
                    "TINYTEXT", // text is a large object in other databases
                    "TEXT",
                    "MEDIUMTEXT",
                    "LONGTEXT",
                    "NTEXT" -> new ColumnType.VarChar(size.orElse(H2_LONGEST));
            case "CHARACTER", "CHAR", "NCHAR", "NATIONAL CHARACTER", "NATIONAL CHAR" ->
                new ColumnType.Char(size.orElse(1));
            case "BINARY VARYING", "VARBINARY", "LONGVARBINARY", "RAW", "BYTEA" ->
                new ColumnType.VarBinary(size.orElse(H2_LONGEST));
            case "BINARY" -> new ColumnType.Binary(size.orElse(1));
            case "CHARACTER LARGE OBJECT", "CHAR LARGE OBJECT", "CLOB", "NCLOB", "NATIONAL CHARACTER LARGE OBJECT" ->
                ofLength("CHARACTER LARGE OBJECT", size, new ColumnType.Text());
            case "BINARY LARGE OBJECT", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "IMAGE" ->
                ofLength("BINARY LARGE OBJECT", size, new ColumnType.Blob());
            case "DATE" -> new ColumnType.Date();
            case "TIME" ->
                zone || size.orElse(0) > FINEST ? new ColumnType.Raw(upper) : new ColumnType.Time(size.orElse(0));
            case "TIMESTAMP" -> timestamp(upper, size.orElse(FINEST), zone);
            case "UUID" -> new ColumnType.Uuid();
            case "JSON" -> new ColumnType.Json();
            default -> new ColumnType.Raw(upper);
        };
    }

    private static Optional<Integer> number(@Nullable String digits) {
        return Optional.ofNullable(digits).map(Integer::valueOf);
    }

    private static ColumnType ofLength(String name, Optional<Integer> length, ColumnType otherwise) {
        return length.map(most -> (ColumnType) new ColumnType.Raw(name + "(" + most + ")"))
                .orElse(otherwise);
    }

    /** A list of values of a type, as a column of it is declared. */
    static String list(ColumnType element) {
        return element.accept(new H2Types(true)) + LIST;
    }

    private static ColumnType timestamp(String sql, int precision, boolean zone) {
        if (precision > FINEST) {
            return new ColumnType.Raw(sql);
        }
        return zone ? new ColumnType.TimestampTz(precision) : new ColumnType.Timestamp(precision);
    }

    @Override
    public String enumOf(ColumnType.EnumOf type) {
        return type.values().stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "ENUM(", ")"));
    }
}
