package dev.migrate.bench;

import dev.migrate.bench.Capture.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Sends what was captured, by nothing but JDBC. */
final class Replay {

    private Replay() {}

    /** Baseline B: the migrations' statements and all the books that were kept, as they were sent. */
    static List<Sent> everything(List<Sent> captured) {
        return captured.stream()
                .filter(each -> !each.isQuery() && !each.isSetting())
                .toList();
    }

    /** Baseline A: the migrations' statements, and one update of a version table for each of them. */
    static List<Sent> statementsAndVersion(List<Sent> captured) {
        List<Sent> sent = new ArrayList<>();
        sent.add(new Sent("CREATE TABLE version_only (version_num VARCHAR(64) NOT NULL PRIMARY KEY)", null));
        sent.add(new Sent("INSERT INTO version_only VALUES (?)", List.of("")));
        sent.add(new Sent("", null));
        int steps = 0;
        for (List<String> migration : migrations(captured)) {
            migration.forEach(sql -> sent.add(new Sent(sql, null)));
            sent.add(new Sent("UPDATE version_only SET version_num = ?", List.of(BenchIndex.id(steps))));
            sent.add(new Sent("", null));
            steps++;
        }
        return sent;
    }

    /** The migrations' own statements: a table each, and its index. */
    static List<List<String>> migrations(List<Sent> captured) {
        List<String> tables = captured.stream()
                .map(Sent::sql)
                .filter(sql -> sql.startsWith("CREATE TABLE t"))
                .toList();
        List<String> indexes = captured.stream()
                .map(Sent::sql)
                .filter(sql -> sql.contains("INDEX ix_t"))
                .toList();
        if (tables.isEmpty() || tables.size() != indexes.size()) {
            throw new IllegalStateException(tables.size() + " tables and " + indexes.size() + " indexes were captured");
        }
        return IntStream.range(0, tables.size())
                .mapToObj(i -> List.of(tables.get(i), indexes.get(i)))
                .toList();
    }

    /** Sends what was captured in one schema to another. */
    static void send(DataSource dataSource, List<Sent> captured, String from, String to) throws SQLException {
        List<Sent> all = captured.stream()
                .map(each -> new Sent(each.sql().replace(from + ".", to + "."), each.arguments()))
                .toList();
        Map<String, PreparedStatement> prepared = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (Sent each : all) {
                if (each.isCommit()) {
                    connection.commit();
                } else if (each.arguments() == null) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(each.sql());
                    }
                } else {
                    PreparedStatement statement = prepared.get(each.sql());
                    if (statement == null) {
                        statement = connection.prepareStatement(each.sql());
                        prepared.put(each.sql(), statement);
                    }
                    for (int i = 0; i < each.arguments().size(); i++) {
                        statement.setObject(i + 1, each.arguments().get(i));
                    }
                    statement.execute();
                }
            }
        }
    }
}
