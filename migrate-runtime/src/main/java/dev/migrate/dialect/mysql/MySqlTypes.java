package dev.migrate.dialect.mysql;

import dev.migrate.dialect.AnsiTypes;
import dev.migrate.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types as MySQL and MariaDB spell them, and what their spelling means. */
final class MySqlTypes extends AnsiTypes {

    private static final Pattern SPELLING = Pattern.compile(
            "(?<name>[a-z]+(?: precision)?)\\s*(?:\\((?<arguments>.*)\\))?(?<attributes>.*)", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

    /** Widths for display, which MySQL 8.0.19 and later do not report any more. */
    private static final Pattern DISPLAY_WIDTH =
            Pattern.compile("^(tinyint|smallint|mediumint|int|bigint|year)\\(\\d+\\)(?!.*zerofill)");

    /** The digits of a {@code FLOAT} beyond which it is a {@code DOUBLE}. */
    private static final int SINGLE_PRECISION = 24;

    private final boolean uuidType;
    private final UnaryOperator<String> literal;

    MySqlTypes(boolean uuidType, UnaryOperator<String> literal) {
        this.uuidType = uuidType;
        this.literal = literal;
    }

    @Override
    public String integer(ColumnType.IntegerType type) {
        return type.bits() == 32 ? "INT" : super.integer(type);
    }

    @Override
    public String bool(ColumnType.Bool type) {
        return "TINYINT(1)";
    }

    @Override
    public String floating(ColumnType.Floating type) {
        return type.bits() == 32 ? "FLOAT" : "DOUBLE"; // REAL is a DOUBLE here
    }

    @Override
    public String text(ColumnType.Text type) {
        return "LONGTEXT";
    }

    @Override
    public String blob(ColumnType.Blob type) {
        return "LONGBLOB";
    }

    @Override
    public String time(ColumnType.Time type) {
        return "TIME" + fraction(type.precision());
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return "DATETIME" + fraction(type.precision());
    }

    @Override
    public String timestampTz(ColumnType.TimestampTz type) {
        return "TIMESTAMP" + fraction(type.precision());
    }

    /** The precision of a time, as it stands after its type and after {@code CURRENT_TIMESTAMP}. */
    static String fraction(int precision) {
        return precision == 0 ? "" : "(" + precision + ")";
    }

    @Override
    public String uuid(ColumnType.Uuid type) {
        return uuidType ? "UUID" : "BINARY(16)";
    }

    @Override
    public String enumOf(ColumnType.EnumOf type) {
        return type.values().stream().map(literal).collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    /**
     * What a type means that the catalogue or a person spelled.
     *
     * @param spelling for example {@code int(11) unsigned}
     * @return the type; one that only this family has is {@code Raw}, without a display width
     */
    static ColumnType read(String spelling) {
        // MariaDB tells of compressed columns in a comment for itself: varchar(9) /*M!100301 COMPRESSED*/
        String sql = lowerCaseOutsideStrings(
                spelling.replaceAll("/\\*M!\\d+ ([^*]*)\\*/", "$1").strip());
        Matcher matcher = SPELLING.matcher(sql);
        if (!matcher.matches() || !matcher.group("attributes").isBlank()) {
            return raw(sql);
        }
        String arguments = matcher.group("arguments");
        return arguments == null ? bare(matcher.group("name"), sql) : sized(matcher.group("name"), arguments, sql);
    }

    private static ColumnType bare(String name, String sql) {
        return switch (name) {
            case "bool", "boolean" -> new ColumnType.Bool();
            case "tinyint" -> new ColumnType.IntegerType(8);
            case "smallint" -> new ColumnType.IntegerType(16);
            case "int", "integer" -> new ColumnType.IntegerType(32);
            case "bigint" -> new ColumnType.IntegerType(64);
            case "decimal", "dec", "numeric", "fixed" -> new ColumnType.Decimal(10, 0);
            case "float" -> new ColumnType.Floating(32);
            case "double", "double precision", "real" -> new ColumnType.Floating(64);
            case "char", "character" -> new ColumnType.Char(1);
            case "binary" -> new ColumnType.Binary(1);
            case "longtext" -> new ColumnType.Text();
            case "longblob" -> new ColumnType.Blob();
            case "date" -> new ColumnType.Date();
            case "time" -> new ColumnType.Time(0);
            case "datetime" -> new ColumnType.Timestamp(0);
            case "timestamp" -> new ColumnType.TimestampTz(0);
            case "json" -> new ColumnType.Json();
            case "uuid" -> new ColumnType.Uuid();
            case "bit" -> new ColumnType.Raw("bit(1)");
            default -> raw(sql);
        };
    }

    private static ColumnType sized(String name, String arguments, String sql) {
        if (name.equals("enum")) {
            return new ColumnType.EnumOf(words(arguments));
        }
        String[] sizes = arguments.split(",", -1);
        if (!arguments.matches("\\s*\\d{1,9}\\s*(,\\s*\\d{1,9}\\s*)?")) {
            return raw(sql);
        }
        int size = Integer.parseInt(sizes[0].strip());
        int scale = sizes.length == 1 ? 0 : Integer.parseInt(sizes[1].strip());
        boolean one = sizes.length == 1;
        if (name.equals("decimal") || name.equals("dec") || name.equals("numeric") || name.equals("fixed")) {
            return new ColumnType.Decimal(size, scale);
        }
        if (!one || (size == 0 && !name.matches("time|datetime|timestamp"))) {
            return raw(sql);
        }
        return switch (name) {
            case "tinyint" -> size == 1 ? new ColumnType.Bool() : new ColumnType.IntegerType(8);
            case "smallint", "int", "integer", "bigint" -> bare(name, sql);
            case "float" -> size <= SINGLE_PRECISION ? new ColumnType.Floating(32) : new ColumnType.Floating(64);
            case "varchar" -> new ColumnType.VarChar(size);
            case "char", "character" -> new ColumnType.Char(size);
            case "binary" -> new ColumnType.Binary(size);
            case "varbinary" -> new ColumnType.VarBinary(size);
            case "time" -> new ColumnType.Time(size);
            case "datetime" -> new ColumnType.Timestamp(size);
            case "timestamp" -> new ColumnType.TimestampTz(size);
            default -> raw(sql);
        };
    }

    private static ColumnType raw(String sql) {
        return new ColumnType.Raw(DISPLAY_WIDTH
                .matcher(sql.replaceAll("\\s+", " ").replaceFirst("^integer\\b", "int"))
                .replaceFirst("$1"));
    }

    private static List<String> words(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments);
        while (matcher.find()) {
            words.add(MySqlText.unescaped(matcher.group(1).replace("''", "'")));
        }
        return words;
    }

    private static String lowerCaseOutsideStrings(String sql) {
        StringBuilder result = new StringBuilder();
        Matcher matcher = WORD.matcher(sql);
        int at = 0;
        while (matcher.find()) {
            result.append(sql.substring(at, matcher.start()).toLowerCase(Locale.ROOT))
                    .append(matcher.group());
            at = matcher.end();
        }
        return result.append(sql.substring(at).toLowerCase(Locale.ROOT)).toString();
    }
}
