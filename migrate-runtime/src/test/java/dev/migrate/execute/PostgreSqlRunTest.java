package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.SHOP;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.CommentOn;
import dev.migrate.Operations;
import dev.migrate.Type;
import dev.migrate.execute.WatchedDataSource.Killed;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.Account;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can show: steps that are one transaction, indexes built outside one, search paths and grants. */
class PostgreSqlRunTest {

    private static final PostgreSqlServer SERVER = PostgreSqlServer.shared();

    private PostgreSqlSchema schema;
    private DataSource dataSource;

    @BeforeEach
    void createSchema() throws SQLException {
        schema = SERVER.createSchema();
        dataSource = schema.dataSource();
    }

    private List<String> asked(String query) throws SQLException {
        return Asked.rows(dataSource, query);
    }

    private List<String> userTables() throws SQLException {
        return asked("SELECT tablename FROM pg_tables WHERE schemaname = '" + schema.name()
                + "' AND tablename NOT LIKE 'migrate%' ORDER BY 1");
    }

    private static TestHistory one(Consumer<Operations> up) {
        return history().revision("a1", "", up, NOTHING);
    }

    private static TestHistory people(Consumer<Operations> more) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> {
                                t.bigint("id").identity().primaryKey();
                                t.varchar("name", 20);
                            });
                            op.insert(
                                    "people", r -> r.columns("name").row("ann").row("bob"));
                        },
                        NOTHING)
                .revision("b2", "a1", more, op -> op.dropTable("people"));
    }

    // ------------------------------------------------------------------------------------------ transactions

    @Test
    void whatFailsIsRolledBackWithAllDefinitionsOfItsStep() throws SQLException {
        migrator(people(NOTHING), dataSource).upgrade("a1");
        TestHistory history = people(op -> {
            op.addColumn("people", c -> c.integer("age").notNull().defaultValue(7));
            op.alterColumn("people", "name", c -> c.varchar(40).comment("how to call them"));
            op.createIndex("people", i -> i.on("name"));
            op.execute("CREATE VIEW named AS SELECT name FROM people");
            op.execute("UPDATE people SET name = 'eve'");
            op.execute("INSERT INTO nowhere VALUES (1)");
        });

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.what())
                .isEqualTo("Statement 7 of 7 failed: ERROR: relation \"nowhere\" does not exist\n" + "  Position: 13");
        assertThat(problem.next())
                .contains("nothing of this revision is in the database; correct the migration or what stands in its"
                        + " way, then run: mvn migrate:upgrade");
        assertThat(asked(
                        "SELECT column_name, character_maximum_length FROM information_schema.columns WHERE table_schema"
                                + " = current_schema AND table_name = 'people' ORDER BY 1"))
                .containsExactly("id null", "name 20");
        assertThat(asked("SELECT name FROM people ORDER BY 1")).containsExactly("ann", "bob");
        assertThat(asked("SELECT viewname FROM pg_views WHERE schemaname = current_schema"))
                .isEmpty();
        assertThat(asked("SELECT version_num FROM migrate_version")).containsExactly("a1");
        assertThat(asked("SELECT * FROM migrate_journal")).isEmpty();
    }

    @Test
    void aNewEnumValueIsCommittedBeforeTheMigrationUsesIt() throws SQLException {
        TestHistory history = one(op -> {
                    op.createEnum("mood", "sad", "ok");
                    op.createTable("days", t -> t.column("mood", Type.named("mood")));
                })
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.addEnumValue("mood", "great", e -> e.after("sad"));
                            op.insert("days", r -> r.columns("mood").row("great"));
                        },
                        op -> {
                            op.update("days", u -> u.set("mood", "ok").everywhere());
                            op.setEnumValues("mood", "sad", "ok");
                        });

        migrator(history, dataSource).upgrade("head");
        List<String> up = asked("SELECT mood, enum_range(NULL::mood)::text FROM days");
        migrator(history, dataSource).downgrade("-1");

        assertThat(up).containsExactly("great {sad,great,ok}");
        assertThat(asked("SELECT mood, enum_range(NULL::mood)::text FROM days")).containsExactly("ok {sad,ok}");
    }

    @Test
    void whatIsBesideTablesIsChangedOnlyWhereItIsThere() throws SQLException {
        TestHistory history = one(op -> {
                    op.createEnum("mood", "sad", "ok");
                    op.createSequence("calls");
                    op.createTable("days", t -> t.column("mood", Type.named("mood")));
                })
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.addEnumValue("mood", "great").ifNotExists();
                            op.addEnumValue("mood", "great").ifNotExists();
                            op.insert("days", r -> r.columns("mood").row("great"));
                            op.renameEnumValue("mood", "ok", "fine").ifExists();
                            op.renameEnumValue("mood", "ok", "well").ifExists();
                            op.setEnumValues("humour", "good").ifExists();
                            op.renameEnum("humour", "wit").ifExists();
                            op.alterSequence("calls", s -> s.incrementBy(2)).ifExists();
                            op.renameSequence("calls", "tickets").ifExists();
                            op.renameSequence("calls", "tickets").ifExists();
                            op.comment(CommentOn.SEQUENCE, "calls", "never read")
                                    .ifExists();
                        },
                        NOTHING);
        List<String> told = new ArrayList<>();

        migrator(history, dataSource, config().listener(event -> {
                    if (event instanceof RunEvent.Decided decided) {
                        told.add(decided.outcome());
                    }
                }))
                .upgrade("head");

        assertThat(told)
                .containsExactly(
                        "value 'great' of enum mood exists already, left out",
                        "there is no value 'ok' of enum mood, left out",
                        "there is no enum humour, left out",
                        "there is no enum humour, left out",
                        "there is no sequence calls, left out",
                        "there is no sequence calls, left out");
        assertThat(asked("SELECT mood, enum_range(NULL::mood)::text FROM days"))
                .containsExactly("great {sad,fine,great}");
        assertThat(asked("SELECT increment_by FROM pg_sequences WHERE sequencename = 'tickets'"))
                .containsExactly("2");
    }

    @Test
    void anEnumValueThatNothingUsesYetIsPartOfTheStepsTransaction() throws SQLException {
        migrator(one(op -> op.createEnum("mood", "sad")), dataSource).upgrade("head");
        TestHistory history = one(op -> op.createEnum("mood", "sad"))
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.addEnumValue("mood", "great");
                            op.createTable("days", t -> t.column("mood", Type.named("mood")));
                            op.execute("INSERT INTO nowhere VALUES (1)");
                        },
                        NOTHING);

        problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(asked("SELECT enum_range(NULL::mood)::text")).containsExactly("{sad}");
    }

    @Test
    void aTableIsOneTableWithItsSchemaAndWithout() throws SQLException {
        String qualified = schema.name() + ".people";
        TestHistory history = people(op -> {
            op.addColumn(qualified, c -> c.integer("age"));
            op.renameColumn("people", "name", "label");
            op.alterColumn(qualified, "label", c -> c.varchar(60));
            op.dropColumn("people", "age");
            op.alterColumn("people", "label", c -> c.notNull());
            op.dropColumn(qualified, "label");
        });

        migrator(history, dataSource).upgrade("head");

        assertThat(asked("SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema"
                        + " AND table_name = 'people'"))
                .containsExactly("id");
    }

    @Test
    void aColumnThatAViewUsesIsRefusedWithTheWayOut() throws SQLException {
        TestHistory history = people(op -> {
            op.createView("named", "SELECT name FROM people;");
            op.alterColumn("people", "name", c -> c.varchar(40));
        });

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.next().orElseThrow())
                .startsWith("drop the view before the column is changed, and create it again afterwards:"
                        + " op.dropView(…), op.alterColumn(…), op.createView(…)");
    }

    @Test
    void aReplacedViewKeepsItsCommentAndWhoMayReadIt() throws SQLException {
        Account reader = SERVER.createAccount();
        TestHistory history = people(op -> {
                    op.createView("named", "SELECT id, name FROM people");
                    op.comment(CommentOn.VIEW, "named", "it's who");
                    op.execute("GRANT SELECT ON named TO " + reader.username());
                })
                .revision("c3", "b2", op -> op.replaceView("named", "SELECT name FROM people"), NOTHING);

        migrator(history, dataSource).upgrade("head");

        assertThat(asked("SELECT column_name, obj_description('named'::regclass, 'pg_class'),"
                        + " has_table_privilege('" + reader.username() + "', 'named', 'SELECT')"
                        + " FROM information_schema.columns WHERE table_schema = current_schema"
                        + " AND table_name = 'named'"))
                .containsExactly("name it's who t");
    }

    @Test
    void theJournalIsOnlyWrittenWhereSomethingCouldCommitHalfAStep() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        TestHistory history = people(op -> op.addColumn("people", c -> c.integer("age")))
                .revision("c3", "b2", op -> op.execute("CREATE VIEW named AS SELECT name FROM people"), NOTHING);

        migrator(history, watched).upgrade("b2");
        List<String> ofOperations = journalled(watched);
        migrator(history, watched).upgrade("head");

        assertThat(ofOperations).isEmpty();
        assertThat(journalled(watched)).hasSize(2); // the entry, and its end together with the step's
    }

    private static List<String> journalled(WatchedDataSource watched) {
        return watched.sent().stream()
                .filter(sql ->
                        sql.contains("migrate_journal") && !sql.startsWith("SELECT") && !sql.startsWith("CREATE"))
                .toList();
    }

    @Test
    void aWholeRunIsOneTransactionAlsoWhenMigrationsSetSomething() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("SET LOCAL work_mem = '8MB'");
                            op.execute("CREATE TABLE early (id INT)");
                        },
                        NOTHING)
                .revision("b2", "a1", op -> op.execute("CREATE TABLE blocker (id INT)"), NOTHING);
        Asked.run(dataSource, "CREATE TABLE blocker (id INT)");
        MigratorConfig.Builder config = config().transactionMode(TransactionMode.ALL);

        Problem problem = problemOf(() -> migrator(history, dataSource, config).upgrade("head"));

        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next).startsWith("nothing of this run is in the database;"));
        assertThat(userTables()).containsExactly("blocker");
        assertThat(asked("SELECT * FROM migrate_version")).isEmpty();

        Asked.run(dataSource, "DROP TABLE blocker");
        migrator(history, dataSource, config).upgrade("head");

        assertThat(userTables()).containsExactly("blocker", "early");
    }

    @Test
    void aWholeRunHasNoRoomForWhatRunsOutside() throws SQLException {
        TestHistory history =
                people(op -> op.createIndex("people", i -> i.on("name").concurrently()));

        Problem problem = problemOf(() -> migrator(history, dataSource, config().transactionMode(TransactionMode.ALL))
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED);
        assertThat(problem.what())
                .isEqualTo("a statement cannot be part of a transaction, and the whole run should be one:"
                        + " CREATE INDEX CONCURRENTLY ix_people_name ON people (name)");
        assertThat(userTables()).isEmpty();
    }

    @Test
    void aKillInTheMiddleOfAStepLeavesNothingToDecide() throws SQLException {
        TestHistory history = people(op -> op.execute("CREATE TABLE more AS SELECT * FROM people"));
        WatchedDataSource watched = new WatchedDataSource(SERVER.createSchema().dataSource());
        migrator(history, watched).upgrade("head");
        int at = watched.sent().indexOf("CREATE TABLE more AS SELECT * FROM people");
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.AFTER, at);
        assertThatThrownBy(() -> migrator(history, dying).upgrade("head")).isInstanceOf(Killed.class);
        assertThat(userTables()).containsExactly("people");

        migrator(history, dataSource).upgrade("head");

        assertThat(userTables()).containsExactly("more", "people");
        assertThat(asked("SELECT revision, status, error FROM migrate_history ORDER BY step"))
                .containsExactly(
                        "a1 done null", "b2 failed the run ended before any of it took effect", "b2 done null");
    }

    @Test
    void aBackEndThatIsTerminatedTakesItsTransactionWithIt() throws SQLException {
        boolean[] kill = {true};
        TestHistory history = people(op -> {
            op.addColumn("people", c -> c.integer("age"));
            op.run("break", 1, ctx -> {
                if (kill[0]) {
                    try (Statement statement = ctx.connection().createStatement();
                            var row = statement.executeQuery("SELECT pg_backend_pid()")) {
                        row.next();
                        SERVER.asAdmin("SELECT pg_terminate_backend(" + row.getInt(1) + ")");
                    }
                }
                try (Statement statement = ctx.connection().createStatement()) {
                    statement.executeUpdate("UPDATE people SET age = 7");
                }
            });
        });

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        kill[0] = false;
        migrator(history, dataSource).upgrade("head");

        assertThat(problem.what())
                .startsWith(
                        "Statement 2 of 2 ended with a broken connection (the server rolls its transaction back): ");
        assertThat(asked("SELECT name, age FROM people ORDER BY 1")).containsExactly("ann 7", "bob 7");
    }

    // ------------------------------------------------------------------------------------------ outside transactions

    @Test
    void anIndexIsBuiltConcurrentlyBetweenTransactions() throws SQLException {
        TestHistory history = people(op -> {
            op.addColumn("people", c -> c.integer("age"));
            op.createIndex("people", i -> i.on("age").concurrently());
            op.execute("UPDATE people SET age = 7");
            op.execute("VACUUM people");
            op.execute("DROP INDEX CONCURRENTLY ix_people_age");
        });

        RunResult result = migrator(history, dataSource).upgrade("head");

        assertThat(result.statements()).isEqualTo(7);
        assertThat(asked("SELECT name, age FROM people ORDER BY 1")).containsExactly("ann 7", "bob 7");
        assertThat(asked("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema AND tablename = 'people'"))
                .containsExactly("pk_people");
        assertThat(asked("SELECT * FROM migrate_journal")).isEmpty();
    }

    @Test
    void aUniqueIndexThatCannotBeBuiltLeavesNothingBehind() throws SQLException {
        TestHistory history = people(op -> {
            op.execute("UPDATE people SET name = 'ann'");
            op.createIndex("people", i -> i.on("name").unique().concurrently());
            op.addColumn("people", c -> c.integer("age"));
        });

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.what()).startsWith("Statement 2 of 3 failed: ERROR: could not create unique index");
        assertThat(problem.next())
                .contains("statement 1 is in the database; correct the rest of the migration or what stands in its"
                        + " way, then run: mvn migrate:upgrade\nit continues at statement 2");
        assertThat(asked("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema AND tablename = 'people'"))
                .containsExactly("pk_people");

        Asked.run(dataSource, "UPDATE people SET name = 'bob' WHERE id = 2");
        RunResult result = migrator(history, dataSource).upgrade("head");

        assertThat(result.statements()).isEqualTo(2);
        assertThat(asked("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_people_name'::regclass"))
                .containsExactly("t");
    }

    @Test
    void aBuildInTheAuthorsOwnSqlLeavesNothingBehindThatPassesForTheIndex() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE \"Odd \"\"t\" (id INT)", "INSERT INTO \"Odd \"\"t\" VALUES (1), (1)");
        TestHistory history =
                one(op -> op.execute("-- one of each\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS UX_id ON "
                        + schema.name() + ".\"Odd \"\"t\" (id)"));
        String indexes = "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE i.indrelid = '\"Odd \"\"t\"'::regclass";

        assertThat(problemOf(() -> migrator(history, dataSource).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(asked(indexes)).isEmpty();
        assertThat(problemOf(() -> migrator(history, dataSource).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.STATEMENT_FAILED);

        Asked.run(dataSource, "DELETE FROM \"Odd \"\"t\"");
        migrator(history, dataSource).upgrade("head");
        assertThat(asked(indexes)).containsExactly("ux_id t");
    }

    @Test
    void anInvalidIndexOfAnEarlierAttemptGivesWay() throws SQLException {
        migrator(people(NOTHING), dataSource).upgrade("a1");
        Asked.run(dataSource, "UPDATE people SET name = 'ann'");
        assertThatThrownBy(
                        () -> Asked.run(dataSource, "CREATE UNIQUE INDEX CONCURRENTLY ix_people_name ON people (name)"))
                .isInstanceOf(SQLException.class);
        TestHistory history =
                people(op -> op.createIndex("people", i -> i.on("name").concurrently()));

        migrator(history, dataSource).upgrade("head");

        assertThat(asked("SELECT indisvalid, indisunique FROM pg_index WHERE indexrelid = 'ix_people_name'::regclass"))
                .containsExactly("t f");
    }

    @Test
    void aValidIndexOfThatNameIsNotTouched() throws SQLException {
        migrator(people(NOTHING), dataSource).upgrade("a1");
        Asked.run(dataSource, "CREATE INDEX ix_people_name ON people (id)");
        TestHistory history =
                people(op -> op.createIndex("people", i -> i.on("name").concurrently()));

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.what()).contains("table people already has an index ix_people_name");
        assertThat(asked("SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema AND indexname ="
                        + " 'ix_people_name'"))
                .containsExactly("1");
    }

    @Test
    void aKillDuringABuildIsInDoubtAndRetriedAsTold() throws SQLException {
        TestHistory history =
                people(op -> op.createIndex("people", i -> i.on("name").concurrently()));
        String build = "CREATE INDEX CONCURRENTLY ix_people_name ON people (name)";
        WatchedDataSource watched = new WatchedDataSource(SERVER.createSchema().dataSource());
        migrator(history, watched).upgrade("head");
        WatchedDataSource dying = new WatchedDataSource(dataSource)
                .dying(Moment.BEFORE, watched.sent().indexOf(build));
        assertThatThrownBy(() -> migrator(history, dying).upgrade("head")).isInstanceOf(Killed.class);

        Problem doubt = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        migrator(history, dataSource, config().resume(new StatementId("b2", 1), ResumeDecision.RETRY))
                .upgrade("head");

        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(doubt.where()).contains("revision b2: " + build);
        assertThat(asked("SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema AND indexname ="
                        + " 'ix_people_name'"))
                .containsExactly("1");
    }

    // ------------------------------------------------------------------------------------------ search paths

    @Test
    void aSchemaIsEnoughForAnAccountWhoseSearchPathIsEmpty() throws SQLException {
        Asked.run(dataSource, "ALTER ROLE CURRENT_USER SET search_path = ''");

        Problem nowhere = problemOf(() -> migrator(SHOP, dataSource).upgrade("head"));
        migrator(SHOP, dataSource, config().schema(schema.name())).upgrade("head");
        migrator(SHOP, dataSource, config().schema(schema.name())).downgrade("a1");
        migrator(SHOP, dataSource, config().schema(schema.name())).upgrade("head");

        assertThat(nowhere.what()).isEqualTo("the connection is in no schema, so there is no place to work in");
        assertThat(userTables()).containsExactly("orders", "users");
        assertThat(asked("SELECT version_num FROM " + schema.name() + ".migrate_version"))
                .containsExactly("m4");
    }

    /** As every dump of {@code pg_dump} begins. */
    @Test
    void aMigrationMayEmptyTheSearchPath() throws SQLException {
        TestHistory history = people(op -> {
                    op.execute("SELECT pg_catalog.set_config('search_path', '', false)");
                    op.execute("UPDATE " + schema.name() + ".people SET name = 'eve'");
                })
                .revision("c3", "b2", op -> op.addColumn("people", c -> c.integer("age")), NOTHING);

        migrator(history, dataSource).upgrade("head");

        assertThat(asked("SELECT name, age FROM people")).containsExactly("eve null", "eve null");
        assertThat(asked("SELECT version_num FROM migrate_version")).containsExactly("c3");
    }

    @Test
    void migrationsAndOwnTablesMayHaveSchemasOfTheirOwn() throws SQLException {
        String app = schema.name() + "_app";
        SERVER.asAdmin("CREATE SCHEMA " + app + " AUTHORIZATION " + schema.owner());
        MigratorConfig.Builder config = config().schema(app).versionTableSchema(schema.name());

        migrator(SHOP, dataSource, config).upgrade("head");

        assertThat(asked("SELECT tablename FROM pg_tables WHERE schemaname = '" + app + "' ORDER BY 1"))
                .containsExactly("orders", "users");
        assertThat(asked("SELECT version_num FROM " + schema.name() + ".migrate_version"))
                .containsExactly("m4");
        assertThat(migrator(SHOP, dataSource, config).current().atHeads()).isTrue();
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() {
        Problem problem = problemOf(
                () -> migrator(SHOP, dataSource, config().schema("nowhere")).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_PARAMETER);
        assertThat(problem.what()).startsWith("schema nowhere cannot be used: there is no schema of that name");
    }

    @Test
    void aPoolGetsItsConnectionsBackAsItGaveThem() throws SQLException {
        String app = schema.name() + "_app";
        SERVER.asAdmin("CREATE SCHEMA " + app + " AUTHORIZATION " + schema.owner());
        String state = "SELECT current_setting('search_path') || ', ' || current_setting('lock_timeout')";
        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection()) {
            List<String> before = new ArrayList<>();
            for (Connection connection : List.of(first, second)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET lock_timeout = '3s'");
                }
                before.add(answer(connection, state));
            }
            int[] given = {0};
            DataSource pool = (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> unclosable(given[0]++ % 2 == 0 ? first : second));
            TestHistory meddling = SHOP.revision("d5", "m4", op -> op.execute("SET lock_timeout = 0"), NOTHING);

            migrator(meddling, pool, config().schema(app)).upgrade("head");

            assertThat(List.of(answer(first, state), answer(second, state))).isEqualTo(before);
            assertThat(first.getAutoCommit()).isTrue();
            assertThat(second.getAutoCommit()).isTrue();
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    // ------------------------------------------------------------------------------------------ accounts

    /** CONNECT is everybody's unless it was revoked. */
    @Test
    void theGrantsThatTheReadmeListsAreEnough() throws SQLException {
        Account account = SERVER.createAccount("USAGE, CREATE ON SCHEMA " + schema.name());
        DataSource theirs = schema.dataSource(account);
        MigratorConfig.Builder config = config().schema(schema.name());
        TestHistory history = SHOP.revision(
                "d5",
                "m4",
                op -> op.createIndex("orders", i -> i.named("ix_id").on("id").concurrently()),
                op -> op.dropIndex("orders", "ix_id"));

        migrator(history, theirs, config).upgrade("head");
        migrator(history, theirs, config).downgrade("base");

        assertThat(userTables()).isEmpty();
    }

    @Test
    void anAccountThatMayNotCreateIsToldWhatSomebodyElseShouldRun() throws SQLException {
        Account account = SERVER.createAccount("USAGE ON SCHEMA " + schema.name());
        DataSource theirs = schema.dataSource(account);
        MigratorConfig.Builder config = config().schema(schema.name());
        TestHistory nothing = one(NOTHING);

        Problem problem = problemOf(() -> migrator(nothing, theirs, config).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_PRIVILEGE);
        assertThat(problem.what())
                .startsWith("migrate cannot create its own tables: ")
                .contains("permission denied for schema " + schema.name());
        String toRun = problem.next().orElseThrow();
        assertThat(toRun)
                .contains(
                        "GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema.name() + ".migrate_history TO " + account);
        for (String statement : toRun.substring(toRun.indexOf('\n') + 1).split(";\n?", -1)) {
            if (!statement.isBlank()) {
                Asked.run(dataSource, statement);
            }
        }
        assertThat(migrator(nothing, theirs, config).upgrade("head").after()).containsExactly("a1");
    }

    @Test
    void anAccountThatMayOnlyReadLearnsWhereTheDatabaseStands() throws SQLException {
        migrator(SHOP, dataSource).upgrade("head");
        Account reader = SERVER.createAccount(
                "USAGE ON SCHEMA " + schema.name(), "SELECT ON ALL TABLES IN SCHEMA " + schema.name());
        MigratorConfig.Builder config = config().schema(schema.name());

        assertThat(migrator(SHOP, schema.dataSource(reader), config).current().atHeads())
                .isTrue();
        assertThat(migrator(SHOP, schema.dataSource(reader), config)
                        .upgrade("head")
                        .steps())
                .isEmpty();
    }

    @Test
    void aStatementThatTheAccountMayNotRunIsAMissingPrivilege() throws SQLException {
        Account account = SERVER.createAccount("USAGE, CREATE ON SCHEMA " + schema.name());
        Asked.run(dataSource, "CREATE TABLE foreign_things (id INT)");
        TestHistory history = one(op -> op.dropTable("foreign_things"));

        Problem problem = problemOf(() -> migrator(history, schema.dataSource(account), config().schema(schema.name()))
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_PRIVILEGE);
        assertThat(problem.what()).contains("must be owner of table foreign_things");
    }

    @Test
    void aWrongPasswordIsAProblemThatDoesNotTellThePassword() {
        DataSource wrong = schema.dataSource(new Account(schema.owner().username(), "wr0ng-s3cret"));

        Problem problem = problemOf(() -> migrator(SHOP, wrong).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.ACCESS_DENIED);
        assertThat(problem.text()).contains(schema.owner().username()).doesNotContain("s3cret");
    }

    // ------------------------------------------------------------------------------------------ sessions

    @Test
    void whoeverWaitsForTheLockHasNoTransactionOpenAndIsToldWhoHoldsIt() throws SQLException {
        List<String> states = new ArrayList<>();
        List<String> told = new ArrayList<>();
        TestHistory history = one(op -> op.run("hold", 1, ctx -> {
            Problem problem = problemOf(() -> migrator(
                            SHOP,
                            dataSource,
                            config().lockTimeout(Duration.ofMillis(300)).listener(event -> {
                                if (event instanceof RunEvent.WaitingForLock) {
                                    states.addAll(states());
                                }
                            }))
                    .upgrade("head"));
            told.add(problem.what());
        }));

        migrator(history, dataSource).upgrade("head");

        assertThat(states).isNotEmpty().allMatch(state -> state.equals("idle") || state.equals("idle in transaction"));
        assertThat(states.stream().filter(state -> state.equals("idle in transaction")))
                .hasSize(states.size() / 3); // only the run itself, which has its code running
        assertThat(told.get(0))
                .startsWith("the migration lock is held by process ")
                .contains("(" + schema.owner() + "@127.0.0.1, idle for ")
                .contains("end it with SELECT pg_terminate_backend(");
    }

    private List<String> states() {
        try {
            return asked("SELECT state FROM pg_stat_activity WHERE usename = CURRENT_USER AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        TestHistory slow = one(op -> op.execute("SELECT pg_sleep(60)"));
        long began = System.nanoTime();

        Problem problem = problemOf(() -> migrator(slow, dataSource, config().statementTimeout(Duration.ofSeconds(1)))
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.what()).contains("canceling statement");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    /** Some poolers and frameworks hand out connections that do not commit by themselves. */
    @Test
    void aConnectionThatIsInATransactionAlreadyWillDo() throws SQLException {
        DataSource manual = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = dataSource.getConnection();
                    connection.setAutoCommit(false);
                    return connection;
                });

        migrator(SHOP, manual).upgrade("head");

        assertThat(userTables()).containsExactly("orders", "users");
        assertThat(migrator(SHOP, manual).current().atHeads()).isTrue();
    }

    // ------------------------------------------------------------------------------------------ values

    @Test
    void textFitsIntoColumnsOfOtherTypes() throws SQLException {
        TestHistory history = one(op -> {
            op.execute("CREATE TYPE mood AS ENUM ('sad', 'happy')");
            op.execute("CREATE TABLE things (id UUID, data JSONB, feels mood, at INET)");
            op.insert(
                    "things",
                    r -> r.columns("id", "data", "feels", "at")
                            .row("123e4567-e89b-12d3-a456-426614174000", "{\"a\": 1}", "sad", "10.0.0.1"));
            op.update("things", u -> u.set("feels", "happy").where("data = ?", "{\"a\":1}"));
            op.execute("UPDATE things SET data = ? WHERE feels = ?", "[1, 2]", "happy");
        });

        migrator(history, dataSource).upgrade("head");

        assertThat(asked("SELECT * FROM things"))
                .containsExactly("123e4567-e89b-12d3-a456-426614174000 [1, 2] happy 10.0.0.1");
    }
}
