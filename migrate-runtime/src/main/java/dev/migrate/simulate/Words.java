package dev.migrate.simulate;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import java.util.Locale;

/** Parts of a schema, for a message. */
final class Words {

    private Words() {}

    /** {@code varchar(320)}, as far as the parts of a type tell. */
    static String of(ColumnType type) {
        if (type instanceof ColumnType.Raw raw) {
            return raw.sql();
        }
        if (type instanceof ColumnType.IntegerType integer) {
            return "an integer of " + integer.bits() + " bits";
        }
        return type.toString()
                .replaceAll("\\w+=", "")
                .replace("[]", "")
                .replace('[', '(')
                .replace(']', ')')
                .toLowerCase(Locale.ROOT);
    }

    static String of(Column column) {
        StringBuilder words = new StringBuilder(of(column.type()));
        words.append(column.nullable() ? ", nullable" : ", not null");
        column.defaultValue().ifPresent(value -> words.append(", default ").append(value));
        column.identity().ifPresent(identity -> words.append(", identity ").append(identity));
        column.generated().ifPresent(generated -> words.append(", ").append(generated));
        column.charset().ifPresent(charset -> words.append(", charset ").append(charset));
        column.collation().ifPresent(collation -> words.append(", collation ").append(collation));
        column.onUpdate().ifPresent(value -> words.append(", on update ").append(value));
        column.comment()
                .ifPresent(
                        comment -> words.append(", comment '").append(comment).append('\''));
        if (column.invisible()) {
            words.append(", invisible");
        }
        return words.toString();
    }
}
