package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Character sets and the collations that a server has for them, as far as it was not told otherwise. For comparing what
 * was said with what a server reports, which is always the collation.
 */
final class Charsets {

    private static final Map<String, String> NOT_GENERAL = Map.ofEntries(
            Map.entry("binary", "binary"),
            Map.entry("big5", "big5_chinese_ci"),
            Map.entry("cp932", "cp932_japanese_ci"),
            Map.entry("dec8", "dec8_swedish_ci"),
            Map.entry("eucjpms", "eucjpms_japanese_ci"),
            Map.entry("euckr", "euckr_korean_ci"),
            Map.entry("gb18030", "gb18030_chinese_ci"),
            Map.entry("gb2312", "gb2312_chinese_ci"),
            Map.entry("gbk", "gbk_chinese_ci"),
            Map.entry("hp8", "hp8_english_ci"),
            Map.entry("latin1", "latin1_swedish_ci"),
            Map.entry("sjis", "sjis_japanese_ci"),
            Map.entry("swe7", "swe7_swedish_ci"),
            Map.entry("tis620", "tis620_thai_ci"),
            Map.entry("ujis", "ujis_japanese_ci"));

    private static final Pattern OF_TEXT = Pattern.compile(
            "(?:national )?(?:var)?char\\b.*|character\\b.*|n(?:var)?char\\b.*"
                    + "|(?:tiny|medium|long)?text\\b.*|(?:enum|set)\\b.*",
            Pattern.DOTALL);

    private final MySqlFeatures features;

    Charsets(MySqlFeatures features) {
        this.features = features;
    }

    /** The collation of a character set that came with none. */
    String collation(String charset) {
        String plain = name(charset.toLowerCase(Locale.ROOT));
        return plain.equals("utf8mb4")
                ? features.utf8mb4Collation()
                : NOT_GENERAL.getOrDefault(plain, plain + "_general_ci");
    }

    /** What was said, as a collation. */
    Optional<String> collation(Optional<String> charset, Optional<String> collation) {
        return collation
                .map(said -> said.toLowerCase(Locale.ROOT))
                .map(said -> said.startsWith("utf8_") ? "utf8mb3_" + said.substring(5) : said)
                .or(() -> charset.map(this::collation));
    }

    private static String name(String charset) {
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }

    /** Whether a column's text is in the table's character set. */
    static boolean followsTheTable(Column column) {
        ColumnType type = column.type();
        boolean text = type instanceof ColumnType.VarChar
                || type instanceof ColumnType.Char
                || type instanceof ColumnType.Text
                || type instanceof ColumnType.EnumOf
                || (type instanceof ColumnType.Raw raw
                        && OF_TEXT.matcher(raw.sql().toLowerCase(Locale.ROOT)).matches());
        return text && column.charset().isEmpty() && column.collation().isEmpty();
    }
}
