package dev.migrate.simulate;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
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

    /** {@code 'it''s'}, as it is written in SQL. */
    static String of(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (value instanceof DefaultValue.Numeric number) {
            return number.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return Boolean.toString(bool.value());
        }
        return value instanceof DefaultValue.Expression expression ? "(" + expression.sql() + ")" : "now";
    }

    static String of(Column column) {
        StringBuilder words = new StringBuilder(of(column.type()));
        words.append(column.nullable() ? ", nullable" : ", not null");
        column.defaultValue().ifPresent(value -> words.append(", default ").append(of(value)));
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
