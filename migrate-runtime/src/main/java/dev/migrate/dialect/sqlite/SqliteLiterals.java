package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Literals;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Values as SQLite writes them: days and moments are text by then. */
final class SqliteLiterals extends Literals {

    @Override
    protected String escaped(String text) {
        return "CAST(X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT)";
    }
}
