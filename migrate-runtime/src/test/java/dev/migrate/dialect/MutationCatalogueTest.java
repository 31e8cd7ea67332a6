package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Fills;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.SchemaLines;
import dev.migrate.schema.SchemaModel;
import dev.migrate.testing.MariaDbServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What may change in a model, one thing at a time, on filled tables: it is found and nothing else is, the database becomes
 * exactly the twin in which it was made, and becomes again exactly what it was.
 */
class MutationCatalogueTest {

    private static final List<Mutation> ALL = Mutation.all();
    private static final Mutation BASE = ALL.get(0);
    private static final List<Mutation> MUTATIONS = ALL.subList(1, ALL.size());

    @Test
    void eightyKindsOfTheHundredAreTried() {
        assertThat(MUTATIONS.stream().map(Mutation::number).distinct()).hasSizeGreaterThanOrEqualTo(80);
    }

    @TestFactory
    Stream<DynamicTest> onH2() {
        return each("h2", () -> H2ContractTest.H2Memory.open(""));
    }

    @TestFactory
    Stream<DynamicTest> onSqlite() {
        return each("sqlite", SqliteContractTest.SqliteFile::create);
    }

    @TestFactory
    Stream<DynamicTest> onMariaDb() {
        return each("mariadb", () -> MySqlSchemas.fresh(MariaDbServer.shared(), false));
    }

    @TestFactory
    Stream<DynamicTest> onPostgreSql() {
        return each("postgresql", PostgreSqlContractTest.PostgreSqlSchemas::fresh);
    }

    private interface Fresh {
        DatabaseUnderTest open() throws SQLException;
    }

    private static Stream<DynamicTest> each(String name, Fresh fresh) {
        return MUTATIONS.stream()
                .filter(mutation -> mutation.isOf(name))
                .map(mutation -> dynamicTest(mutation.title(), () -> {
                    try (DiffedDatabase database = DiffedDatabase.of(fresh.open());
                            DiffedDatabase twin = DiffedDatabase.of(fresh.open())) {
                        make(BASE, name, database);
                        make(BASE, name, twin);
                        make(mutation, name, twin);
                        if (mutation.parameter("before").isPresent()) {
                            database.execute(mutation.parameter("before").get());
                        }
                        thereAndBack(mutation, name, database, twin.read());
                    }
                }));
    }

    private static void thereAndBack(Mutation mutation, String name, DiffedDatabase database, SchemaModel desired)
            throws SQLException {
        DiffPolicy policy = DiffedDatabase.WHOLE
                .withRenames(mutation.parameter("renames").map(Renames::parse).orElse(Renames.NONE))
                .withRows(table -> true, mutation.parameter("fill").map(Fills::parse).orElse(Map.of()));
        SchemaModel before = database.read();

        SchemaDiff diff = database.diff(desired, policy);

        assertThat(diff.differences().stream()
                        .map(each -> each.toString().replaceFirst(": .*", ""))
                        .map(each -> each.replaceFirst("constraint_\\w+", "*"))
                        .sorted())
                .as(() -> diff.differences().toString())
                .isEqualTo(mutation.differences(name));
        if (diff.isEmpty()) {
            assertThat(diff.operations()).isEmpty();
            return;
        }
        database.run(diff.operations());
        assertThat(database.diff(desired, policy).differences()).isEmpty();
        same(database, desired);
        database.run(diff.wayBack().orElseThrow());
        same(database, before);
    }

    /** What is in one and not in the other: all of it would hide that. */
    private static void same(DiffedDatabase database, SchemaModel expected) throws SQLException {
        List<String> are = lines(database, database.read());
        List<String> should = lines(database, expected);
        assertThat(without(are, should)).isEqualTo(without(should, are));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static List<String> lines(DiffedDatabase database, SchemaModel schema) {
        List<String> lines = new ArrayList<>();
        String table = "";
        for (String line : SchemaLines.of(database.dialect()
                        .normalized(schema.withViews(List.of()))
                        .ignoringColumnOrder())
                .split("\n")) {
            table = line.startsWith(" ") ? table : line;
            lines.add(line.startsWith(" ") ? table + line : line);
        }
        return lines;
    }

    private static void make(Mutation mutation, String name, DiffedDatabase database) throws SQLException {
        for (Mutation.Line line : mutation.changes(name).toList()) {
            if (line.kind().equals("~")) {
                rewrite(database, line.text());
            } else {
                database.execute(line.text());
            }
        }
    }

    /** SQLite's table is made anew from its text, without rows. */
    private static void rewrite(DiffedDatabase database, String change) throws SQLException {
        int colon = change.indexOf(": ");
        int arrow = change.indexOf(" =>");
        String table = change.substring(0, colon);
        String from = change.substring(colon + 2, arrow);
        String to = change.substring(arrow + 3).strip();
        List<String> definitions = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE tbl_name = '" + table
                        + "' AND sql IS NOT NULL ORDER BY type DESC")) {
            while (rows.next()) {
                definitions.add(rows.getString(1));
            }
        }
        assertThat(definitions.get(0)).contains(from);
        database.execute("PRAGMA foreign_keys = OFF", "DROP TABLE " + table, definitions.get(0).replace(from, to));
        database.execute(definitions.stream().skip(1).toArray(String[]::new));
    }
}
