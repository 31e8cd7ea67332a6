package dev.migrate.dialect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Fills;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.SchemaLines;
import dev.migrate.schema.Column;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may change in a model, one thing at a time, on filled tables: it is found and nothing else is, the database becomes
 * exactly the twin in which it was made, and becomes again exactly what it was.
 */
class MutationCatalogueTest {

    private static final List<Mutation> ALL = Mutation.all();
    private static final Mutation BASE = ALL.get(0);
    private static final List<Mutation> MUTATIONS = ALL.subList(1, ALL.size());
    private static final Pattern COLUMN_CHANGED = Pattern.compile("^change column (\\w+)\\.(\\w+)$");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb", "mysql", "postgresql", "sqlite"})
    void eightyKindsAreTriedOn(String name) {
        assertThat(MUTATIONS.stream()
                        .filter(mutation -> mutation.isOf(name))
                        .map(Mutation::number)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(80);
    }

    @TestFactory
    Stream<DynamicTest> onH2() {
        return each("h2", () -> H2ContractTest.H2Memory.open(""));
    }

    /** H2 finds a name that stands between quotes only by exactly these letters. */
    @TestFactory
    Stream<DynamicTest> onH2WithNamesInQuotes() {
        return each(new Bench("h2", () -> H2ContractTest.H2Memory.open(""), InQuotes::sql));
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

    @TestFactory
    Stream<DynamicTest> onMySql() {
        needsMySql();
        return each("mysql", MutationCatalogueTest::mySql);
    }

    private static void needsMySql() {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
        assumeFalse(MySqlServer.given().orElseThrow().isOld(), "MySQL 5.7 can do too little");
    }

    private static DatabaseUnderTest mySql() throws SQLException {
        return MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), true);
    }

    @Test
    void anyThreeTogetherOnMySql() throws SQLException {
        needsMySql();
        threeTogether("mysql", MutationCatalogueTest::mySql);
    }

    @Test
    void anyThreeTogetherOnH2() throws SQLException {
        threeTogether("h2", () -> H2ContractTest.H2Memory.open(""));
    }

    @Test
    void anyThreeTogetherOnSqlite() throws SQLException {
        threeTogether("sqlite", SqliteContractTest.SqliteFile::create);
    }

    @Test
    void anyThreeTogetherOnMariaDb() throws SQLException {
        threeTogether("mariadb", () -> MySqlSchemas.fresh(MariaDbServer.shared(), false));
    }

    @Test
    void anyThreeTogetherOnPostgreSql() throws SQLException {
        threeTogether("postgresql", PostgreSqlContractTest.PostgreSqlSchemas::fresh);
    }

    /** The same each time; {@code -Drandom.seeds} for more. */
    private static void threeTogether(String name, Fresh fresh) throws SQLException {
        List<Mutation> possible = new ArrayList<>(MUTATIONS.stream()
                .filter(mutation -> mutation.isOf(name) && mutation.hasNoParameters())
                .filter(mutation -> !mutation.differences(name).isEmpty())
                .toList());
        Random random = new Random(6);
        Bench bench = new Bench(name, fresh);
        for (int done = 0; done < Integer.getInteger("random.seeds", 50); ) {
            Collections.shuffle(possible, random);
            if (bench.tryOutTogether(possible.subList(0, 3))) {
                done++;
            }
        }
        bench.close();
    }

    @Test
    void renamedAndChangedAtOnceOnMySql() throws SQLException {
        needsMySql();
        renamedAndChanged("mysql", MutationCatalogueTest::mySql);
    }

    @Test
    void renamedAndChangedAtOnceOnH2() throws SQLException {
        renamedAndChanged("h2", () -> H2ContractTest.H2Memory.open(""));
    }

    @Test
    void renamedAndChangedAtOnceOnSqlite() throws SQLException {
        renamedAndChanged("sqlite", SqliteContractTest.SqliteFile::create);
    }

    @Test
    void renamedAndChangedAtOnceOnMariaDb() throws SQLException {
        renamedAndChanged("mariadb", () -> MySqlSchemas.fresh(MariaDbServer.shared(), false));
    }

    @Test
    void renamedAndChangedAtOnceOnPostgreSql() throws SQLException {
        renamedAndChanged("postgresql", PostgreSqlContractTest.PostgreSqlSchemas::fresh);
    }

    /** What three drawn at random seldom are. */
    private static void renamedAndChanged(String name, Fresh fresh) throws SQLException {
        int tried = 0;
        Bench bench = new Bench(name, fresh);
        for (Mutation rename : MUTATIONS) {
            for (Mutation change : MUTATIONS) {
                if (RenamedKey.of(rename.differences(name)).stream()
                        .anyMatch(key -> change.differences(name).equals(List.of(key.difference("change"))))) {
                    tried += bench.tryOutTogether(List.of(change, rename)) ? 1 : 0;
                }
            }
        }
        bench.close();
        assertThat(tried).isGreaterThanOrEqualTo(4);
    }

    private interface Fresh {
        DatabaseUnderTest open() throws SQLException;
    }

    private static Stream<DynamicTest> each(String name, Fresh fresh) {
        return each(new Bench(name, fresh));
    }

    private static Stream<DynamicTest> each(Bench bench) {
        return MUTATIONS.stream()
                .filter(mutation -> mutation.isOf(bench.name))
                .map(mutation -> dynamicTest(mutation.title(), () -> bench.tryOut(mutation)))
                .onClose(bench::close);
    }

    /** The schema that each change starts from, again and again, and the twins in which the changes are made. */
    private static final class Bench {

        private final String name;
        private final Fresh fresh;
        private final UnaryOperator<String> spelling;
        private Optional<DiffedDatabase> present = Optional.empty();
        private Optional<DiffedDatabase> twin = Optional.empty();
        private final Map<RenamedKey, String> newNames = new HashMap<>();

        Bench(String name, Fresh fresh) {
            this(name, fresh, UnaryOperator.identity());
        }

        Bench(String name, Fresh fresh, UnaryOperator<String> spelling) {
            this.name = name;
            this.fresh = fresh;
            this.spelling = spelling;
        }

        void tryOut(Mutation mutation) throws SQLException {
            SchemaModel desired = mutated(List.of(mutation));
            DiffedDatabase database = present.isPresent() ? present.get() : made();
            present = Optional.empty(); // what a failed attempt leaves is nothing to start from
            if (mutation.parameter("before").isPresent()) {
                execute(mutation.parameter("before").get(), database);
            }
            thereAndBack(mutation, database, desired);
            refill(database);
            present = Optional.of(database);
        }

        /** PostgreSQL's twin takes every change back itself. */
        private SchemaModel mutated(List<Mutation> mutations) throws SQLException {
            if (!name.equals("postgresql")) {
                try (DiffedDatabase another = made()) {
                    return mutated(mutations, another);
                }
            }
            if (twin.isEmpty()) {
                twin = Optional.of(made());
                twin.get().connection().setAutoCommit(false);
            }
            try {
                return mutated(mutations, twin.get());
            } finally {
                twin.get().connection().rollback();
            }
        }

        private SchemaModel mutated(List<Mutation> mutations, DiffedDatabase another) throws SQLException {
            for (Mutation mutation : mutations) {
                make(mutation, another);
            }
            return another.read();
        }

        /** False, when the one leaves the other nothing to change. */
        boolean tryOutTogether(List<Mutation> mutations) throws SQLException {
            SchemaModel desired;
            try {
                desired = mutated(mutations);
            } catch (SQLException e) {
                return false;
            }
            DiffedDatabase database = present.isPresent() ? present.get() : made();
            present = Optional.empty();
            try {
                SchemaModel before = database.read();
                SchemaDiff diff = database.diff(before, DesiredSchema.of(desired), DiffedDatabase.WHOLE);
                assertThat(found(diff)).containsExactlyElementsOf(together(mutations, before, desired));
                becomesAndComesBack(database, before, desired, diff, DiffedDatabase.WHOLE);
                refill(database);
            } catch (SQLException | RuntimeException | AssertionError e) {
                throw new AssertionError(
                        mutations.stream().map(Mutation::title).collect(joining(", ")) + ": " + e.getMessage(), e);
            }
            present = Optional.of(database);
            return true;
        }

        /** What is renamed and changed at once is not found as both, and what is gone or as it was is not found changed. */
        private Set<String> together(List<Mutation> mutations, SchemaModel before, SchemaModel desired)
                throws SQLException {
            Set<String> expected = new TreeSet<>();
            mutations.forEach(mutation -> expected.addAll(mutation.differences(name)));
            for (Mutation rename : mutations) {
                for (RenamedKey key : RenamedKey.of(rename.differences(name))) {
                    if (expected.remove(key.difference("change"))) {
                        expected.remove(key.difference("rename"));
                        expected.addAll(key.became(before, desired, newName(key, rename, before)));
                    }
                }
            }
            expected.removeIf(each -> isOfWhatIsGone(each, expected) || isUndone(each, before, desired));
            return expected;
        }

        private String newName(RenamedKey key, Mutation rename, SchemaModel before) throws SQLException {
            String known = newNames.get(key);
            if (known == null) {
                known = key.newName(before, mutated(List.of(rename)));
                newNames.put(key, known);
            }
            return known;
        }

        private static boolean isOfWhatIsGone(String difference, Set<String> all) {
            return difference.startsWith("change ") && all.contains(difference.replace("change ", "drop "))
                    || all.stream()
                            .filter(each -> each.startsWith("drop table "))
                            .map(each -> each.substring("drop table ".length()))
                            .anyMatch(table -> difference.endsWith(" of " + table)
                                    || difference.contains(" column " + table + "."));
        }

        private static boolean isUndone(String difference, SchemaModel before, SchemaModel desired) {
            return COLUMN_CHANGED
                    .matcher(difference)
                    .results()
                    .anyMatch(words -> column(words, desired)
                            .filter(column -> column(words, before).equals(Optional.of(column)))
                            .isPresent());
        }

        private static Optional<Column> column(MatchResult words, SchemaModel schema) {
            return schema.findTable(new TableName(Optional.empty(), words.group(1)))
                    .flatMap(table -> table.findColumn(words.group(2)));
        }

        private DiffedDatabase made() throws SQLException {
            DiffedDatabase database = DiffedDatabase.of(fresh.open());
            make(BASE, database);
            return database;
        }

        private void refill(DiffedDatabase database) throws SQLException {
            execute("UPDATE users SET boss_id = NULL", database);
            for (String table : List.of("items", "boxes", "visits", "places", "members", "users", "teams", "loose")) {
                execute("DELETE FROM " + table, database);
            }
            for (Mutation.Line line : BASE.changes(name).toList()) {
                if (line.text().startsWith("INSERT")) {
                    execute(line.text(), database);
                }
            }
        }

        private void thereAndBack(Mutation mutation, DiffedDatabase database, SchemaModel desired) throws SQLException {
            DiffPolicy policy = DiffedDatabase.WHOLE
                    .withRenames(
                            mutation.parameter("renames").map(Renames::parse).orElse(Renames.NONE))
                    .withRows(
                            table -> true,
                            mutation.parameter("fill")
                                    .map(this::spelled)
                                    .map(Fills::parse)
                                    .orElse(Map.of()));
            SchemaModel before = database.read();

            SchemaDiff diff = database.diff(before, DesiredSchema.of(desired), policy);

            assertThat(found(diff)).as(() -> diff.differences().toString()).isEqualTo(mutation.differences(name));
            becomesAndComesBack(database, before, desired, diff, policy);
        }

        /** The column is said as a person says it, the rest is SQL. */
        private String spelled(String fill) {
            int equals = fill.indexOf('=') + 1;
            return fill.substring(0, equals) + spelling.apply(fill.substring(equals));
        }

        private void execute(String sql, DiffedDatabase database) throws SQLException {
            database.execute(spelling.apply(sql));
        }

        private void make(Mutation mutation, DiffedDatabase database) throws SQLException {
            for (Mutation.Line line : mutation.changes(name).toList()) {
                if (line.kind().equals("~")) {
                    rewrite(database, line.text());
                } else {
                    execute(line.text(), database);
                }
            }
        }

        void close() {
            Stream.concat(present.stream(), twin.stream()).forEach(database -> {
                try {
                    database.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static List<String> found(SchemaDiff diff) {
        return diff.differences().stream()
                .map(each -> each.toString().replaceFirst(": .*", ""))
                .map(each -> each.replaceFirst("constraint_\\w+", "*").replace("`", ""))
                .sorted()
                .toList();
    }

    private static void becomesAndComesBack(
            DiffedDatabase database, SchemaModel before, SchemaModel desired, SchemaDiff diff, DiffPolicy policy)
            throws SQLException {
        if (diff.isEmpty()) {
            assertThat(diff.operations()).isEmpty();
            return;
        }
        database.run(diff.operations(), before);
        SchemaModel there = database.read();
        same(database, there, desired);
        assertThat(database.diff(there, DesiredSchema.of(desired), policy).differences())
                .isEmpty();
        database.run(diff.wayBack().orElseThrow(), there);
        same(database, database.read(), before);
    }

    /** What is in one and not in the other: all of it would hide that. */
    private static void same(DiffedDatabase database, SchemaModel actual, SchemaModel expected) {
        List<String> are = lines(database, actual);
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
        if (definitions.isEmpty() || !definitions.get(0).contains(from)) {
            throw new SQLException("\"" + from + "\" is not in " + definitions);
        }
        database.execute(
                "PRAGMA foreign_keys = OFF",
                "DROP TABLE " + table,
                definitions.get(0).replace(from, to));
        database.execute(definitions.stream().skip(1).toArray(String[]::new));
    }
}
