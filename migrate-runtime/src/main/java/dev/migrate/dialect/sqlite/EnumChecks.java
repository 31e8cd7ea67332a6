package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises enumerations, which are columns of text with a check. */
final class EnumChecks {

    /** How the convention begins the name of every check. */
    private static final String CHECK = "ck_";

    private EnumChecks() {}

    /**
     * A table in which such columns are enumerations again. A check is taken for an enumeration's only where it is written
     * as that is: behind its column, under a name that the convention gives, with a type that is as long as its longest
     * word. Any other is somebody's own. The table's or column's name may have changed since.
     *
     * @param behind the columns behind whose types checks stand, by the names of the checks
     */
    static Table folded(Table table, Map<String, String> behind) {
        Table folded = table;
        for (CheckConstraint check : table.checks()) {
            Optional<Column> column = Optional.ofNullable(behind.get(check.name()))
                    .filter(name ->
                            check.name().startsWith(CHECK) && check.name().endsWith(AnsiDefinitions.ENUM_CHECK))
                    .flatMap(table::findColumn);
            if (column.isPresent()) {
                folded = folded(folded, check, column.get());
            }
        }
        return folded;
    }

    private static Table folded(Table table, CheckConstraint check, Column column) {
        List<String> values = values(check.condition(), column.name());
        if (values.isEmpty()) {
            return table;
        }
        ColumnType.EnumOf type = new ColumnType.EnumOf(values);
        ColumnType declared = SqliteOptions.isStrict(table)
                ? new ColumnType.Text()
                : SqliteTypes.read(new SqliteTypes().enumOf(type));
        return column.type().equals(declared)
                ? table.withoutConstraint(check.name()).withColumn(column.name(), c -> c.withType(type))
                : table;
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
