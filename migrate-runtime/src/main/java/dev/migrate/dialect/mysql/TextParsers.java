package dev.migrate.dialect.mysql;

import dev.migrate.schema.Index;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parsers of full-text indexes, which no view of the catalogue tells. */
final class TextParsers {

    private static final Pattern INDEX =
            Pattern.compile("FULLTEXT KEY `((?:[^`]|``)+)` \\(.*?\\)[^,\\n]*WITH PARSER `((?:[^`]|``)+)`");

    private TextParsers() {}

    /**
     * Those indexes that have a parser of their own, with it.
     *
     * @param table the table's name in SQL
     * @param indexes its indexes by name
     */
    static Map<String, Index> of(Connection connection, String table, Map<String, Index> indexes) throws SQLException {
        Map<String, Index> parsed = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + table)) {
            row.next();
            Matcher matcher = INDEX.matcher(row.getString(2));
            while (matcher.find()) {
                Index index = indexes.get(matcher.group(1).replace("``", "`"));
                if (index != null) {
                    String method =
                            MySqlDefinitions.WITH_PARSER + matcher.group(2).replace("``", "`");
                    parsed.put(index.name(), withMethod(index, method));
                }
            }
        }
        return parsed;
    }

    private static Index withMethod(Index index, String method) {
        return new Index(
                index.name(),
                index.parts(),
                index.unique(),
                index.where(),
                index.include(),
                Optional.of(method),
                index.invisible());
    }
}
