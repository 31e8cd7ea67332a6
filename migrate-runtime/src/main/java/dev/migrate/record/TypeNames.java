package dev.migrate.record;

import dev.migrate.Type;
import dev.migrate.schema.ColumnType;

/** What is meant by a type that has no method of its own. */
final class TypeNames {

    private static final String ARRAY = "[]";

    private TypeNames() {}

    static ColumnType type(Type type, Naming naming) {
        if (!type.isNamed()) {
            return new ColumnType.Raw(type.text());
        }
        boolean array = type.text().endsWith(ARRAY);
        String name = array ? type.text().substring(0, type.text().length() - ARRAY.length()) : type.text();
        return new ColumnType.Named(naming.table(name), array);
    }
}
