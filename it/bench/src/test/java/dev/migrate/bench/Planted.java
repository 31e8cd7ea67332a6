package dev.migrate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A difference that is made in a database: an entry of {@code planted.txt}.
 *
 * @param title its number in the catalogue, and what it is
 * @param lines SQL, behind the databases that it is for
 */
record Planted(String title, List<String> lines) {

    static List<Planted> all() throws IOException {
        try (InputStream in = Planted.class.getResourceAsStream("planted.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^## ", -1))
                    .skip(1)
                    .map(String::lines)
                    .map(Stream::toList)
                    .map(lines -> new Planted(lines.get(0), lines.subList(1, lines.size())))
                    .toList();
        }
    }

    void in(DataSource database, String kind) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String line : lines) {
                int colon = line.indexOf(':');
                if (colon > 0 && concerns(line.substring(0, colon), kind)) {
                    statement.execute(line.substring(colon + 2));
                }
            }
        }
    }

    private static boolean concerns(String databases, String kind) {
        return databases.equals("all") || Set.of(databases.split(", ")).contains(kind);
    }
}
