package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises enumerations, which are columns of text with a check. */
final class EnumChecks {

    private EnumChecks() {}

    /** A table in which such columns are enumerations again. The table's or column's name may have changed since. */
    static Table folded(Table table) {
        Table folded = table;
        for (CheckConstraint check : table.checks()) {
            Optional<String> column = check.name().endsWith(AnsiDefinitions.ENUM_CHECK)
                    ? table.columns().stream()
                            .filter(c -> c.type() instanceof ColumnType.VarChar
                                    || (c.type() instanceof ColumnType.Text && SqliteOptions.isStrict(table)))
                            .map(Column::name)
                            .filter(name -> !values(check.condition(), name).isEmpty())
                            .findFirst()
                    : Optional.empty();
            if (column.isPresent()) {
                ColumnType type = new ColumnType.EnumOf(values(check.condition(), column.get()));
                folded = folded.withoutConstraint(check.name()).withColumn(column.get(), c -> c.withType(type));
            }
        }
        return folded;
    }

    /** The values of {@code column IN ('a', 'b')}; empty when the condition is another one. */
    private static List<String> values(String condition, String column) {
        List<SqlToken> tokens = SqlToken.of(condition);
        boolean shaped = tokens.size() >= 5
                && tokens.get(0).isName()
                && tokens.get(0).text().equalsIgnoreCase(column)
                && tokens.get(1).isWord("IN")
                && tokens.get(2).isSign('(')
                && tokens.get(tokens.size() - 1).isSign(')');
        List<String> values = new ArrayList<>();
        for (int at = 3; shaped && at < tokens.size() - 1; at++) {
            SqlToken token = tokens.get(at);
            boolean value = at % 2 == 1;
            if (value ? token.kind() != SqlToken.Kind.STRING : !token.isSign(',')) {
                return List.of();
            }
            if (value) {
                values.add(token.text());
            }
        }
        return values;
    }
}
