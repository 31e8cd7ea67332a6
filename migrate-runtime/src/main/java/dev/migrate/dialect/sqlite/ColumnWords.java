package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.TableSql;
import dev.migrate.schema.Table;
import java.util.List;

/**
 * Follows a renamed column through the SQL of its own table: checks, computed columns, indexes. SQLite does the same when
 * it renames the column; this is for a table that is about to be built anew from what is known of it.
 */
final class ColumnWords {

    private final String from;
    private final String to;

    private ColumnWords(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A table whose column was renamed in all but its SQL.
     *
     * @param table the table
     * @param from the column's name in SQL that was not changed
     * @param to its new name, as it stands in SQL
     */
    static Table renamed(Table table, String from, String to) {
        return TableSql.changed(table, new ColumnWords(from, to)::in);
    }

    private String in(String sql) {
        StringBuilder changed = new StringBuilder();
        List<SqlToken> tokens = SqlToken.of(sql);
        int copied = 0;
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.isName() && token.text().equalsIgnoreCase(from) && isColumn(tokens, at)) {
                changed.append(sql, copied, token.start()).append(to);
                copied = token.end();
            }
        }
        return changed.append(sql.substring(copied)).toString();
    }

    /** Not a function, a table before a point, a collation or the type of a cast. */
    private static boolean isColumn(List<SqlToken> tokens, int at) {
        boolean last = at + 1 == tokens.size();
        boolean opens =
                !last && (tokens.get(at + 1).isSign('(') || tokens.get(at + 1).isSign('.'));
        boolean named = at > 0
                && (tokens.get(at - 1).isWord("COLLATE") || tokens.get(at - 1).isWord("AS"));
        return !opens && !named;
    }
}
