package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Literals;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Values as MySQL and MariaDB write them, with and without {@code NO_BACKSLASH_ESCAPES}. */
final class MySqlLiterals extends Literals {

    @Override
    protected String escaped(String text) {
        return "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    /** What is stored is a moment in the session's zone; only MySQL 8.0.19 and later read an offset. */
    @Override
    protected String zoned(OffsetDateTime moment) {
        return "CONVERT_TZ("
                + quoted(text(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()))
                + ", '+00:00', @@session.time_zone)";
    }
}
