package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiTypes;
import dev.migrate.schema.ColumnType;
import java.util.stream.Collectors;

/** Types as H2 spells them. */
final class H2Types extends AnsiTypes {

    private final boolean tinyint;

    H2Types(boolean tinyint) {
        this.tinyint = tinyint;
    }

    @Override
    public String integer(ColumnType.IntegerType type) {
        return type.bits() == 8 && !tinyint ? "SMALLINT" : super.integer(type);
    }

    @Override
    public String enumOf(ColumnType.EnumOf type) {
        return type.values().stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "ENUM(", ")"));
    }
}
