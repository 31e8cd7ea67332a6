package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.Problem;
import dev.migrate.script.ScriptSplitter;
import dev.migrate.script.ScriptStatement;
import dev.migrate.script.ScriptSyntax;
import dev.migrate.testing.Account;
import dev.migrate.testing.Golden;
import dev.migrate.testing.PostgreSqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Dumps that {@code pg_dump} 15 made, loaded by a migration, and by {@code psql} where the machine has one. */
class PostgreSqlDumpTest {

    private static final PostgreSqlServer SERVER = PostgreSqlServer.shared();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** A database of its own: dumps name the schema {@code public}. */
    private record Shop(String url, Account owner) {

        static Shop create() throws SQLException {
            Account owner = SERVER.createAccount();
            String name = owner.username() + "_shop_" + DATABASES.incrementAndGet();
            SERVER.asAdmin(
                    "CREATE DATABASE " + name + " OWNER " + owner.username() + " TEMPLATE template0 ENCODING 'UTF8'");
            return new Shop(SERVER.jdbcUrl().replaceFirst("[^/]*$", name), owner);
        }

        DataSource dataSource() {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(url);
            dataSource.setUser(owner.username());
            dataSource.setPassword(owner.password());
            return dataSource;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql-shop.sql", "postgresql-dump.sql", "postgresql-dump-inserts.sql"})
    void allStatementsOfADumpAreFound(String dump) throws IOException {
        StringBuilder found = new StringBuilder();
        try (InputStream script =
                Objects.requireNonNull(PostgreSqlDumpTest.class.getResourceAsStream("/dumps/" + dump))) {
            ScriptSplitter splitter = new ScriptSplitter(dump, script, ScriptSyntax.POSTGRESQL);
            for (Optional<ScriptStatement> next = splitter.next(); next.isPresent(); next = splitter.next()) {
                String sql = next.get().sql().replaceAll("\\s+", " ");
                found.append(next.get().line())
                        .append(' ')
                        .append(sql, 0, Math.min(60, sql.length()))
                        .append(" … ")
                        .append(sql.substring(Math.max(0, sql.length() - 12)))
                        .append('\n');
            }
        }

        Golden.of(PostgreSqlDumpTest.class, dump + ".statements").matches(found.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql-dump.sql", "postgresql-dump-inserts.sql"})
    void aMigrationLoadsADumpWhole(String dump) throws SQLException {
        Shop shop = Shop.create();

        migrator(loading(dump), shop.dataSource()).upgrade("head");

        Golden.of(PostgreSqlDumpTest.class, "postgresql-shop.contents").matches(contents(shop));
    }

    private static TestHistory loading(String dump) {
        return history().revision("a1", "", op -> op.script("dumps/" + dump), NOTHING);
    }

    @Test
    void psqlLoadsTheSame() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/psql")), "no psql on this machine");
        Shop ours = Shop.create();
        Shop theirs = Shop.create();

        migrator(loading("postgresql-dump.sql"), ours.dataSource()).upgrade("head");
        psql(theirs, Path.of("src/test/resources/dumps/postgresql-dump.sql"));

        assertThat(contents(ours)).isEqualTo(contents(theirs));
    }

    private static void psql(Shop shop, Path script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/usr/bin/psql",
                        shop.url().replaceFirst("jdbc:", ""),
                        "--username=" + shop.owner().username(),
                        "--no-psqlrc",
                        "--quiet",
                        "--set=ON_ERROR_STOP=1",
                        "--file=" + script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("PGPASSWORD", shop.owner().password()));
        Process process = builder.start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(errors).isZero();
    }

    @Test
    void aFailureInTheMiddleTakesTheWholeScriptBack() throws SQLException {
        Shop shop = Shop.create();
        String path = new ScriptFiles()
                .write(
                        "log.sql",
                        "BEGIN;\nCREATE TABLE log (entry text);\nCOPY log FROM stdin;\none\n\\.\nCOMMIT;\nSELECT nonsense;\n");

        Problem problem = problemOf(() -> migrator(
                        history().revision("a1", "", op -> op.script(path), NOTHING), shop.dataSource())
                .upgrade("head"));

        assertThat(problem.what()).startsWith("Statement 3 of 3 failed: ");
        assertThat(problem.where()).contains("revision a1: " + path + ":7: SELECT nonsense");
        assertThat(problem.next().orElseThrow()).startsWith("nothing of this revision is in the database");
        assertThat(Asked.rows(shop.dataSource(), "SELECT to_regclass('log')")).containsExactly("null");
    }

    /** Everything but the tables of migrate. */
    private static String contents(Shop shop) throws SQLException {
        StringBuilder all = new StringBuilder();
        List<String> questions = new ArrayList<>(List.of(
                "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname",
                "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public' ORDER BY 1",
                "SELECT matviewname, definition, ispopulated FROM pg_matviews ORDER BY 1",
                "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
                "SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE rulename = 'no_purge'",
                "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE 'migrate%' ORDER BY 1",
                "SELECT conname, contype, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace ="
                        + " 'public'::regnamespace AND conrelid::regclass::text NOT LIKE 'migrate%' ORDER BY 1",
                "SELECT t.typname, t.typtype, array(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = t.oid ORDER BY"
                        + " enumsortorder) FROM pg_type t WHERE typnamespace = 'public'::regnamespace AND typtype IN"
                        + " ('e', 'd') ORDER BY 1",
                "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,"
                        + " a.attgenerated, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum) FROM pg_class"
                        + " c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND"
                        + " d.adnum = a.attnum WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v',"
                        + " 'm', 'c') AND a.attnum > 0 AND c.relname NOT LIKE 'migrate%' ORDER BY 1, a.attnum",
                "SELECT obj_description('customers'::regclass)",
                "SELECT sequencename, start_value, increment_by, cache_size, last_value FROM pg_sequences WHERE schemaname ="
                        + " 'public' ORDER BY 1"));
        for (String table : List.of("customers", "\"Odd (Orders\"", "audit", "totals", "cached")) {
            questions.add("SELECT t::text FROM " + table + " t ORDER BY 1");
        }
        for (String question : questions) {
            Asked.rows(shop.dataSource(), question)
                    .forEach(row -> all.append(row.replace("\r", "\\r")).append('\n'));
        }
        return all.toString();
    }
}
