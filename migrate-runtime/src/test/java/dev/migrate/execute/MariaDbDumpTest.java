package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSplitter;
import dev.migrate.script.ScriptStatement;
import dev.migrate.testing.Account;
import dev.migrate.testing.Golden;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Dumps that {@code mariadb-dump} made, loaded by a migration and by MariaDB's own client. The dumps are made anew with
 * {@code -Dgolden.update=true}.
 */
class MariaDbDumpTest {

    private static final Path RESOURCES = Path.of("src/test/resources/dumps");
    private static final MariaDbServer SERVER = MariaDbServer.shared();

    private static Account loader;

    /** Whom the dumps name as the owner of routines, and who may load such a dump. */
    @BeforeAll
    static void createAccounts() throws SQLException {
        try (Connection admin = SERVER.connectAsAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS app@'%'");
            statement.execute("GRANT ALL PRIVILEGES ON *.* TO app@'%'");
        }
        loader = SERVER.createAccount("ALL PRIVILEGES ON *.*");
    }

    @BeforeAll
    static void makeDumpsAnew() throws Exception {
        if (!Boolean.getBoolean("golden.update")) {
            return;
        }
        createAccounts();
        String schema = SERVER.createSchema().name();
        client(schema, RESOURCES.resolve("mariadb-shop.sql"));
        dump(schema, "mariadb-dump.sql");
        dump(
                schema,
                "mariadb-dump-hex.sql",
                "--hex-blob",
                "--skip-extended-insert",
                "--complete-insert",
                "--skip-add-locks");
        dump(schema, "mariadb-dump-plain.sql", "--skip-opt", "--skip-comments", "--no-autocommit", "--tz-utc");
    }

    private static void dump(String schema, String file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                SERVER.program("mariadb-dump"),
                "--no-defaults",
                "--routines",
                "--events",
                "--triggers",
                "--skip-dump-date"));
        command.addAll(List.of(options));
        command.addAll(connection());
        command.add(schema);
        Path target = RESOURCES.resolve(file);
        run(new ProcessBuilder(command).redirectOutput(target.toFile()));
        // Bytes, not text: one of them holds a blob as it is.
        String text = Files.readString(target, StandardCharsets.ISO_8859_1)
                .replaceAll("-- Host: \\S+ +Database: \\S+", "-- Host: localhost    Database: shop")
                .replaceAll("`" + schema + "`", "`shop`");
        Files.writeString(target, text, StandardCharsets.ISO_8859_1);
    }

    private static List<String> connection() {
        return List.of(
                "--host=127.0.0.1",
                "--port=" + SERVER.port(),
                "--user=" + loader.username(),
                "--password=" + loader.password(),
                "--skip-ssl",
                "--default-character-set=utf8mb4");
    }

    private static void client(String schema, Path script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SERVER.program("mariadb"), "--no-defaults", "--comments"));
        command.addAll(connection());
        command.add(schema);
        run(new ProcessBuilder(command).redirectInput(script.toFile()));
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.PIPE).start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(errors).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb-shop.sql", "mariadb-dump.sql", "mariadb-dump-hex.sql", "mariadb-dump-plain.sql"})
    void allStatementsOfADumpAreFound(String dump) throws IOException, SQLException {
        TestSchema schema = SERVER.createSchema();
        StringBuilder found = new StringBuilder();
        try (Connection connection = schema.dataSource().getConnection();
                InputStream script = script(dump)) {
            ScriptSplitter splitter =
                    new ScriptSplitter(dump, script, Dialects.of(connection).scriptSyntax());
            for (Optional<ScriptStatement> next = splitter.next(); next.isPresent(); next = splitter.next()) {
                found.append(line(next.get())).append('\n');
            }
        }

        Golden.of(MariaDbDumpTest.class, dump + ".statements").matches(found.toString());
    }

    private static String line(ScriptStatement statement) {
        String sql = statement.sql().replaceAll("\\s+", " ");
        return statement.line() + " " + statement.effect() + " " + sql.substring(0, Math.min(60, sql.length())) + " … "
                + sql.substring(Math.max(0, sql.length() - 12));
    }

    private static InputStream script(String dump) {
        return Objects.requireNonNull(MariaDbDumpTest.class.getResourceAsStream("/dumps/" + dump));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb-shop.sql", "mariadb-dump.sql", "mariadb-dump-hex.sql", "mariadb-dump-plain.sql"})
    void aMigrationLoadsADumpAsTheClientDoes(String dump) throws Exception {
        String ours = SERVER.createSchema().name();
        String theirs = SERVER.createSchema().name();
        TestHistory history = history().revision("a1", "", op -> op.script("dumps/" + dump), NOTHING);

        MigratorContract.migrator(history, dataSource(ours)).upgrade("head");
        client(theirs, RESOURCES.resolve(dump));

        assertThat(contents(ours)).isEqualTo(contents(theirs)).hasSizeGreaterThan(10);
        assertThat(read(ours)).isEqualTo(read(theirs));
    }

    private static DataSource dataSource(String schema) throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(SERVER.jdbcUrl(schema));
        dataSource.setUser(loader.username());
        dataSource.setPassword(loader.password());
        return dataSource;
    }

    /** Everything that the server says about a schema, and its rows, under names without the schema. */
    private static TreeMap<String, String> contents(String schema) throws SQLException {
        TreeMap<String, String> all = new TreeMap<>();
        try (Connection connection = dataSource(schema).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : rows(
                    statement,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                            + "' AND table_name NOT LIKE 'migrate%'")) {
                all.put(
                        "table " + table,
                        rows(statement, "SHOW CREATE TABLE `" + table + "`").toString());
                all.put(
                        "rows of " + table,
                        rows(statement, "SELECT * FROM `" + table + "`").toString());
            }
            all.put(
                    "routines",
                    rows(
                                    statement,
                                    "SELECT routine_name, routine_type, routine_definition, dtd_identifier, sql_mode, definer,"
                                            + " routine_comment, security_type, character_set_client FROM"
                                            + " information_schema.routines WHERE routine_schema = '" + schema
                                            + "' ORDER BY 1")
                            .toString());
            all.put(
                    "triggers",
                    rows(
                                    statement,
                                    "SELECT trigger_name, event_manipulation, event_object_table, action_statement,"
                                            + " action_timing, action_order, sql_mode, definer FROM"
                                            + " information_schema.triggers WHERE trigger_schema = '" + schema
                                            + "' ORDER BY 1")
                            .toString());
            all.put(
                    "events",
                    rows(
                                    statement,
                                    "SELECT event_name, event_definition, interval_value, interval_field, starts, status,"
                                            + " event_comment, time_zone, definer FROM information_schema.events WHERE"
                                            + " event_schema = '" + schema + "' ORDER BY 1")
                            .toString());
            all.put(
                    "views",
                    rows(
                                    statement,
                                    "SELECT table_name, view_definition, check_option, security_type, definer FROM"
                                            + " information_schema.views WHERE table_schema = '" + schema
                                            + "' ORDER BY 1")
                            .toString());
        }
        // MariaDB's driver adds IGNORE_SPACE to the mode of each of its sessions, and routines remember the mode.
        all.replaceAll((what, text) -> text.replace("`" + schema + "`.", "").replace("IGNORE_SPACE,", ""));
        return all;
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    row.add(
                            value instanceof byte[] || value instanceof Blob
                                    ? new String(result.getBytes(i), StandardCharsets.ISO_8859_1)
                                    : String.valueOf(value));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    /** What migrate's own reader makes of the schema. */
    private static List<Object> read(String schema) throws SQLException {
        try (Connection connection = dataSource(schema).getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return List.copyOf(dialect.catalog()
                    .tables(
                            connection,
                            List.of("customers", "orders", "files", "audit").stream()
                                    .map(TableName::parse)
                                    .toList()));
        }
    }

    @Test
    void everyThingOfTheSchemaIsThere() throws Exception {
        String ours = SERVER.createSchema().name();
        TestHistory history = history().revision("a1", "", op -> op.script("dumps/mariadb-dump.sql"), NOTHING);

        MigratorContract.migrator(history, dataSource(ours)).upgrade("head");

        assertThat(contents(ours).keySet())
                .contains("table customers", "rows of big_totals", "table numbers", "events", "routines", "triggers");
        assertThat(contents(ours).get("routines")).contains("add_order", "initials", "adds; an order");
        assertThat(contents(ours).get("triggers")).contains("orders_audit", "a comment; in a trigger");
        assertThat(contents(ours).get("rows of files")).contains("1|\0\u00ff''\\\";\n\r\u001a\u00c3(");
    }
}
