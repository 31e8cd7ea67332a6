package dev.migrate.dialect.sqlite;

import java.util.Optional;

/** Reads the query of a view from its {@code CREATE VIEW}. */
final class ViewText {

    private ViewText() {}

    static String query(String text) {
        SqlCursor sql = new SqlCursor(text);
        sql.expect("CREATE");
        if (!sql.accept("TEMP")) {
            sql.accept("TEMPORARY");
        }
        sql.expect("VIEW");
        sql.accept("IF", "NOT", "EXISTS");
        sql.name();
        if (sql.acceptSign('.')) {
            sql.name();
        }
        Optional<String> columns = sql.isSign('(') ? Optional.of(sql.parenthesized()) : Optional.empty();
        sql.expect("AS");
        String query = sql.rest();
        // The names of its columns stand outside the query: the same rows under the same names.
        return columns.map(names -> "WITH named (" + names + ") AS (" + query + ") SELECT * FROM named")
                .orElse(query);
    }
}
