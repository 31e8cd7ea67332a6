package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiTypes;
import dev.migrate.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types as PostgreSQL spells them, and what its spelling means. JSON is {@code jsonb}: it can be compared and indexed,
 * and the server's other type keeps white space and repeated keys only. Bytes have no length here.
 */
final class PostgreSqlTypes extends AnsiTypes {

    /** What a time is kept to when nothing else was said. */
    private static final int FULL_PRECISION = 6;

    /** The digits of a {@code float} beyond which it is a {@code double precision}. */
    private static final int SINGLE_PRECISION = 24;

    /** A list, in the standard's words and in PostgreSQL's. */
    private static final Pattern ARRAY = Pattern.compile("(?<element>.*?)\\s*(?:\\[\\d*]|\\barray)$");

    private static final Pattern SPELLING = Pattern.compile("(?<name>[a-z_0-9]+(?: varying| precision)?)"
            + "(?:\\s*\\(\\s*(?<first>\\d{1,9})\\s*(?:,\\s*(?<second>\\d{1,9})\\s*)?\\))?"
            + "(?<zone> with(?:out)? time zone)?");

    @Override
    public String integer(ColumnType.IntegerType type) {
        return type.bits() == 8 ? "SMALLINT" : super.integer(type);
    }

    @Override
    public String text(ColumnType.Text type) {
        return "TEXT";
    }

    @Override
    public String binary(ColumnType.Binary type) {
        return "BYTEA";
    }

    @Override
    public String varbinary(ColumnType.VarBinary type) {
        return "BYTEA";
    }

    @Override
    public String blob(ColumnType.Blob type) {
        return "BYTEA";
    }

    @Override
    public String json(ColumnType.Json type) {
        return "JSONB";
    }

    /** A check beside it says which values there are. */
    @Override
    public String enumOf(ColumnType.EnumOf type) {
        int longest = type.values().stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(1);
        return "VARCHAR(" + Math.max(1, longest) + ")";
    }

    /**
     * What a type means that the catalogue or a person spelled.
     *
     * @param spelling for example {@code character varying(40)} or {@code timestamptz}
     * @return the type; one that only PostgreSQL has is {@code Raw}
     */
    static ColumnType read(String spelling) {
        String sql = spelling.strip().replaceAll("\\s+", " ");
        if (sql.contains("\"")) {
            return new ColumnType.Raw(sql);
        }
        String lower = sql.toLowerCase(Locale.ROOT);
        Matcher array = ARRAY.matcher(lower);
        if (array.matches()) {
            return new ColumnType.Raw(reported(array.group("element")) + "[]");
        }
        Matcher matcher = SPELLING.matcher(lower);
        if (!matcher.matches()) {
            return new ColumnType.Raw(lower);
        }
        Optional<Integer> first = Optional.ofNullable(matcher.group("first")).map(Integer::valueOf);
        Optional<Integer> second = Optional.ofNullable(matcher.group("second")).map(Integer::valueOf);
        String zone = Optional.ofNullable(matcher.group("zone")).orElse("");
        return zone.isEmpty() && first.isEmpty()
                ? bare(matcher.group("name"))
                : sized(matcher.group("name"), first, second, zone).orElseGet(() -> new ColumnType.Raw(lower));
    }

    /** The element of a list as the catalogue spells it. */
    private static String reported(String element) {
        return element.replaceFirst("^varchar\\b", "character varying")
                .replaceFirst("^char\\b", "character")
                .replaceFirst("^float\\(53\\)|^float8\\b", "double precision")
                .replaceFirst("^float\\(24\\)|^float4\\b", "real")
                .replaceFirst("^(timestamp|time)(\\(\\d\\))?$", "$1$2 without time zone");
    }

    private static ColumnType bare(String name) {
        return switch (name) {
            case "smallint", "int2" -> new ColumnType.IntegerType(16);
            case "integer", "int", "int4" -> new ColumnType.IntegerType(32);
            case "bigint", "int8" -> new ColumnType.IntegerType(64);
            case "boolean", "bool" -> new ColumnType.Bool();
            case "real", "float4" -> new ColumnType.Floating(32);
            case "double precision", "float8", "float" -> new ColumnType.Floating(64);
            case "char", "character" -> new ColumnType.Char(1);
            case "text" -> new ColumnType.Text();
            case "bytea" -> new ColumnType.Blob();
            case "date" -> new ColumnType.Date();
            case "time" -> new ColumnType.Time(FULL_PRECISION);
            case "timestamp" -> new ColumnType.Timestamp(FULL_PRECISION);
            case "timestamptz" -> new ColumnType.TimestampTz(FULL_PRECISION);
            case "uuid" -> new ColumnType.Uuid();
            case "jsonb" -> new ColumnType.Json();
            case "varchar" -> new ColumnType.Raw("character varying");
            case "decimal", "dec" -> new ColumnType.Raw("numeric");
            case "timetz" -> new ColumnType.Raw("time with time zone");
            case "varbit" -> new ColumnType.Raw("bit varying");
            default -> new ColumnType.Raw(name);
        };
    }

    private static Optional<ColumnType> sized(
            String name, Optional<Integer> first, Optional<Integer> second, String zone) {
        boolean withZone = zone.equals(" with time zone");
        int precision = first.orElse(FULL_PRECISION);
        return switch (name) {
            case "numeric", "decimal", "dec" ->
                first.filter(digits -> zone.isEmpty()).map(digits -> new ColumnType.Decimal(digits, second.orElse(0)));
            case "float" ->
                first.filter(digits -> zone.isEmpty())
                        .map(digits -> new ColumnType.Floating(digits <= SINGLE_PRECISION ? 32 : 64));
            case "character varying", "varchar" -> first.map(ColumnType.VarChar::new);
            case "character", "char" -> first.map(ColumnType.Char::new);
            case "time" ->
                precision > FULL_PRECISION || withZone ? Optional.empty() : Optional.of(new ColumnType.Time(precision));
            case "timestamp" ->
                precision > FULL_PRECISION
                        ? Optional.empty()
                        : Optional.of(
                                withZone ? new ColumnType.TimestampTz(precision) : new ColumnType.Timestamp(precision));
            case "timestamptz" ->
                precision > FULL_PRECISION ? Optional.empty() : Optional.of(new ColumnType.TimestampTz(precision));
            default -> Optional.empty();
        };
    }
}
