package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SqlText;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an index from its {@code CREATE INDEX}. */
final class IndexText {

    private final Table table;
    private final SqlCursor sql;

    private IndexText(Table table, String text) {
        this.table = table;
        sql = new SqlCursor(text);
    }

    /**
     * Reads an index.
     *
     * @param table its table, whose columns tell a name from an expression
     * @param text its definition
     */
    static Index read(Table table, String text) {
        return new IndexText(table, text).read();
    }

    private Index read() {
        sql.expect("CREATE");
        boolean unique = sql.accept("UNIQUE");
        sql.expect("INDEX");
        sql.accept("IF", "NOT", "EXISTS");
        String name = sql.name();
        if (sql.acceptSign('.')) {
            name = sql.name();
        }
        sql.expect("ON");
        sql.name();
        List<Index.Part> parts = new ArrayList<>();
        for (String term : terms(sql.parenthesized())) {
            parts.add(part(term));
        }
        Optional<String> where = sql.accept("WHERE") ? Optional.of(sql.rest()) : Optional.empty();
        return Index.of(name, parts, unique, where);
    }

    private static List<String> terms(String list) {
        List<String> terms = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (SqlToken token : SqlToken.of(list)) {
            if (token.isSign('(')) {
                depth++;
            } else if (token.isSign(')')) {
                depth--;
            } else if (token.isSign(',') && depth == 0) {
                terms.add(list.substring(from, token.start()));
                from = token.end();
            }
        }
        terms.add(list.substring(from));
        return terms;
    }

    private Index.Part part(String term) {
        List<SqlToken> tokens = SqlToken.of(term);
        int end = tokens.size();
        boolean descending = tokens.get(end - 1).isWord("DESC");
        if (end > 1 && (descending || tokens.get(end - 1).isWord("ASC"))) {
            end--;
        }
        Optional<String> collation = Optional.empty();
        if (end > 2 && tokens.get(end - 2).isWord("COLLATE")) {
            SqlToken collate = tokens.get(end - 2);
            collation = Optional.of("COLLATE " + term.substring(collate.end(), tokens.get(end - 1).end()).strip());
            end -= 2;
        }
        String plain = term.substring(tokens.get(0).start(), tokens.get(end - 1).end());
        Optional<String> column = end == 1 ? column(tokens.get(0)) : Optional.empty();
        return column.map(Index.Part::column)
                .orElseGet(() -> Index.Part.expression(SqlText.withoutParentheses(plain)))
                .withDescending(descending && tokens.size() > 1)
                .withQualifier(collation);
    }

    private Optional<String> column(SqlToken token) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> token.isName() && name.equalsIgnoreCase(token.text()))
                .findFirst();
    }
}
