package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.DatabaseView;
import dev.migrate.Operations;
import dev.migrate.Type;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.execute.WatchedDataSource.Killed;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that look before they do something, and those that belong together, on every database. */
abstract class FlowContract {

    /** Two tables, one of which refers to the other. */
    static final Consumer<Operations> TABLES = op -> {
        op.createTable("teams", t -> {
            t.bigint("id").primaryKey();
            t.varchar("name", 40);
        });
        op.createTable("users", t -> {
            t.bigint("id").primaryKey();
            t.varchar("name", 40);
            t.bigint("team_id").references("teams", "id");
            t.index("name");
        });
    };

    private DataSource dataSource;
    private final List<String> told = new ArrayList<>();

    /** A database that nobody else uses. */
    abstract DataSource freshDatabase() throws SQLException;

    @BeforeEach
    final void openDatabase() throws SQLException {
        dataSource = freshDatabase();
    }

    final DataSource dataSource() {
        return dataSource;
    }

    private void upgrade(TestHistory history) {
        upgrade(history, dataSource);
    }

    private void upgrade(TestHistory history, DataSource on) {
        migrator(history, on, config().listener(event -> {
                    if (event instanceof RunEvent.Decided decided) {
                        told.add(decided.operation() + ": " + decided.outcome());
                    }
                }))
                .upgrade("head");
    }

    static TestHistory after(Consumer<Operations> first, Consumer<Operations> then) {
        return history().revision("a1", "", first, NOTHING).revision("b2", "a1", then, NOTHING);
    }

    private List<String> rows(String query) throws SQLException {
        return Asked.rows(dataSource, query);
    }

    private String dialectName() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Dialects.of(connection).name();
        }
    }

    private boolean ddlCommits() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Dialects.of(connection).ddlCommits();
        }
    }

    // ------------------------------------------------------------------------------------------ ifExists

    private static final Consumer<Operations> ALL_IF_NOT_EXISTS = op -> {
        op.createTable("teams", t -> {
            t.bigint("id").primaryKey();
            t.ifNotExists();
        });
        op.addColumn("users", c -> c.varchar("name", 99)).ifNotExists();
        op.createIndex("users", i -> i.on("name").ifNotExists());
        op.addForeignKey("users", f -> f.columns("team_id").references("teams", "id"))
                .ifNotExists();
    };

    @Test
    void whatIsThereAlreadyIsLeftOutAndThePersonIsTold() throws SQLException {
        upgrade(after(TABLES, ALL_IF_NOT_EXISTS));

        assertThat(told)
                .containsExactly(
                        "create table teams if it does not exist: table teams exists already, left out",
                        "add column users.name if it does not exist: column users.name exists already, left out",
                        "create index ix_users_name on users if it does not exist: index ix_users_name of users exists"
                                + " already, left out",
                        "add constraint fk_users_team_id_teams to users if it does not exist: constraint"
                                + " fk_users_team_id_teams of users exists already, left out");
        assertThat(rows("SELECT status, statements FROM migrate_history WHERE revision = 'b2'"))
                .containsExactly("done 0");
        assertThat(rows("SELECT name FROM teams")).isEmpty();
    }

    @Test
    void whatIsNotThereIsMade() throws SQLException {
        Consumer<Operations> bare = op -> op.createTable("users", t -> {
            t.bigint("id").primaryKey();
            t.bigint("team_id");
        });

        upgrade(after(bare, ALL_IF_NOT_EXISTS));
        upgrade(after(bare, ALL_IF_NOT_EXISTS).revision("c3", "b2", ALL_IF_NOT_EXISTS, NOTHING));

        assertThat(told).hasSize(4);
        assertThat(rows("SELECT u.name, t.id FROM users u JOIN teams t ON t.id = u.team_id"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotDropped() throws SQLException {
        Consumer<Operations> drops = op -> {
            op.dropConstraint("users", "fk_users_team_id_teams").ifExists();
            op.dropIndex("users", "ix_users_name").ifExists();
            op.dropColumn("users", "name").ifExists();
            op.dropTable("teams").ifExists();
        };

        upgrade(after(TABLES, drops));
        assertThat(told).isEmpty();
        upgrade(after(TABLES, drops).revision("c3", "b2", drops, NOTHING));

        assertThat(told)
                .containsExactly(
                        "drop constraint fk_users_team_id_teams of users if it exists: there is no constraint"
                                + " fk_users_team_id_teams of users, left out",
                        "drop index ix_users_name on users if it exists: there is no index ix_users_name of users, left"
                                + " out",
                        "drop column users.name if it exists: there is no column users.name, left out",
                        "drop table teams if it exists: there is no table teams, left out");
        assertThat(rows("SELECT id, team_id FROM users")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotChanged() throws SQLException {
        Consumer<Operations> changes = op -> {
            op.renameColumn("users", "name", "full_name").ifExists();
            op.alterColumn("users", "full_name", c -> c.varchar(60)).ifExists();
            op.alterColumn("users", "name", c -> c.varchar(50)).ifExists();
            op.renameIndex("users", "ix_users_name", "ix_users_full_name").ifExists();
            op.renameConstraint("users", "ck_none", "ck_some").ifExists();
            op.validateConstraint("users", "ck_none").ifExists();
            op.tableComment("nothing", "never read").ifExists();
            op.alterTable("users", t -> {
                t.ifExists();
                t.addColumn(c -> c.integer("age"));
                t.addColumn(c -> c.integer("size"));
                t.dropColumn("fax").ifExists();
            });
            op.alterTable("nothing", t -> {
                t.ifExists();
                t.dropColumn("fax");
                t.addIndex(i -> i.on("fax"));
            });
            op.renameTable("users", "people").ifExists();
        };

        upgrade(after(TABLES, changes)
                .revision("c3", "b2", op -> op.renameTable("users", "people").ifExists(), NOTHING));

        assertThat(told)
                .containsExactly(
                        "alter column users.name if it exists: there is no column users.name, left out",
                        "rename constraint ck_none of users to ck_some if it exists: there is no constraint ck_none of"
                                + " users, left out",
                        "validate constraint ck_none of users if it exists: there is no constraint ck_none of users,"
                                + " left out",
                        "comment table nothing if it exists: there is no table nothing, left out",
                        "drop column users.fax if it exists: there is no column users.fax, left out",
                        "alter table nothing: drop column nothing.fax, create index ix_nothing_fax on nothing if the"
                                + " table exists: there is no table nothing, left out",
                        "rename table users to people if it exists: there is no table users, left out");
        assertThat(rows("SELECT id, full_name, age, size FROM people")).isEmpty();
    }

    @Test
    void changesWithinATableMayBeLeftOutOneByOne() throws SQLException {
        upgrade(after(
                TABLES,
                op -> op.alterTable("users", t -> {
                    t.addColumn(c -> c.integer("age"));
                    t.addColumn(c -> c.integer("age")).ifNotExists();
                    t.addColumn(c -> c.bigint("boss_id").references("users", "id"))
                            .ifNotExists();
                    t.addIndex(i -> i.on("name").ifNotExists());
                    t.addIndex(i -> i.on("age").ifNotExists());
                    t.dropIndex("ix_users_fax").ifExists();
                    t.addCheck("grown", "age > 17").ifNotExists();
                    t.addColumn(c -> c.integer("size"));
                })));

        assertThat(told)
                .containsExactly(
                        "add column users.age if it does not exist: column users.age exists already, left out",
                        "create index ix_users_name on users if it does not exist: index ix_users_name of users exists"
                                + " already, left out",
                        "drop index ix_users_fax on users if it exists: there is no index ix_users_fax of users, left"
                                + " out");
        assertThat(rows("SELECT age, boss_id, size FROM users")).isEmpty();
    }

    @Test
    void aSequenceThatIsNotThereIsNotChanged() throws SQLException {
        assumeTrue(Set.of("h2", "mariadb", "postgresql").contains(dialectName()), "there are no sequences");
        boolean renames = !dialectName().equals("h2");

        upgrade(after(
                op -> {
                    op.createSequence("calls").ifNotExists();
                    op.createSequence("calls").ifNotExists();
                },
                op -> {
                    op.alterSequence("calls", s -> s.incrementBy(2)).ifExists();
                    op.alterSequence("tickets", s -> s.incrementBy(2)).ifExists();
                    op.renameSequence(renames ? "calls" : "tickets", "numbers").ifExists();
                    op.dropSequence(renames ? "numbers" : "calls").ifExists();
                    op.dropSequence(renames ? "calls" : "numbers").ifExists();
                }));

        assertThat(told)
                .contains(
                        "create sequence calls if it does not exist: sequence calls exists already, left out",
                        "alter sequence tickets if it exists: there is no sequence tickets, left out")
                .hasSize(renames ? 3 : 4);
    }

    @Test
    void aPrimaryKeyIsFoundWhateverItIsCalled() throws SQLException {
        upgrade(after(op -> op.execute("CREATE TABLE keyed (id INT NOT NULL, CONSTRAINT odd PRIMARY KEY (id))"), op -> {
            op.addPrimaryKey("keyed", "id").ifNotExists();
            op.addPrimaryKey("keyed", k -> k.named("other").columns("id")).ifNotExists();
            op.dropPrimaryKey("keyed").ifExists();
            op.dropPrimaryKey("keyed").ifExists();
            op.addPrimaryKey("keyed", k -> k.named("other").columns("id")).ifNotExists();
        }));

        assertThat(told)
                .containsExactly(
                        "add constraint pk_keyed to keyed if it does not exist: primary key of keyed exists already,"
                                + " left out",
                        "add constraint other to keyed if it does not exist: primary key of keyed exists already,"
                                + " left out",
                        "drop primary key pk_keyed of keyed if it exists: there is no primary key of keyed, left out");
    }

    @Test
    void whatTheSameMigrationHasMadeOrDroppedCounts() {
        upgrade(history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("CREATE TABLE raw_made (id INT)");
                            op.createTable("raw_made", t -> {
                                t.bigint("id");
                                t.ifNotExists();
                            });
                            op.dropTable("raw_made");
                            op.createTable("raw_made", t -> {
                                t.bigint("id");
                                t.ifNotExists();
                            });
                            op.dropTable("raw_made").ifExists();
                            op.dropTable("raw_made").ifExists();
                        },
                        NOTHING));

        assertThat(told)
                .containsExactly(
                        "create table raw_made if it does not exist: table raw_made exists already, left out",
                        "drop table raw_made if it exists: there is no table raw_made, left out");
    }

    // ------------------------------------------------------------------------------------------ decide

    private static final BiConsumer<DatabaseView, Operations> DROP_KEYS =
            (db, o) -> db.foreignKeysTo("teams").forEach(key -> o.dropConstraint(key.table(), key.name()));

    @Test
    void aDecisionIsMadeWhenItsTurnComes() throws SQLException {
        upgrade(history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.decide("drop keys of nothing", DROP_KEYS);
                            TABLES.accept(op);
                            op.insert("teams", r -> r.columns("id", "name").row(1, "red"));
                            op.decide("drop keys", DROP_KEYS);
                            op.decide("copy teams", (db, o) -> {
                                for (var row : db.query("SELECT id, name FROM teams WHERE id < ?", 5)) {
                                    o.insert(
                                            "users",
                                            r -> r.columns("id", "name", "team_id")
                                                    .row(row.get("id"), "it's " + row.get("name"), 77));
                                }
                                if (db.hasTable("users") && !db.hasColumn("users", "more")) {
                                    o.addColumn("users", c -> c.varchar("more", 10));
                                    o.addColumn("users", c -> c.varchar("more", 10))
                                            .ifNotExists();
                                }
                            });
                            op.dropTable("teams");
                        },
                        NOTHING));

        assertThat(told)
                .containsExactly(
                        "decide: drop keys of nothing: there is nothing to do",
                        "decide: drop keys: drop constraint fk_users_team_id_teams of users",
                        "decide: copy teams: insert 1 row into users; add column users.more; add column users.more if it"
                                + " does not exist (column users.more exists already, left out)");
        assertThat(rows("SELECT id, name, team_id, more FROM users")).containsExactly("1 it's red 77 null");
    }

    /** As the database writes it: a copy of a table has the same types. */
    @Test
    void aDecisionSeesTypesInSqlAndWhatIsBesideThem() throws SQLException {
        List<String> seen = new ArrayList<>();
        upgrade(history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("original", t -> {
                                t.bigint("id").primaryKey();
                                t.varchar("name", 40).unique();
                                t.decimal("total", 12, 2);
                                t.timestamp("made_at", 3);
                                t.date("day");
                                t.bool("open");
                                t.doublePrecision("size");
                                t.text("note");
                                t.binary("digest", 16);
                                t.check("total", "total > 0");
                                t.index("day", "total");
                            });
                            op.decide("copy it", (db, o) -> {
                                DatabaseView.TableView original =
                                        db.table("original").orElseThrow();
                                original.indexes()
                                        .forEach(index -> seen.add(index.name() + index.columns() + index.unique()));
                                original.constraints()
                                        .forEach(each -> seen.add(each.name() + each.kind() + each.columns()));
                                o.createTable(
                                        "copied",
                                        t -> original.columns()
                                                .forEach(column -> t.column(column.name(), Type.raw(column.type()))));
                            });
                        },
                        NOTHING));

        assertThat(seen)
                .containsExactly(
                        "ix_original_day_total[day, total]false",
                        "ck_original_totalCHECK[]",
                        "uq_original_nameUNIQUE[name]");
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            assertThat(types(dialect, connection, "copied")).isEqualTo(types(dialect, connection, "original"));
        }
    }

    private static List<ColumnType> types(Dialect dialect, Connection connection, String table) throws SQLException {
        return dialect.catalog().tables(connection, List.of(TableName.parse(table))).stream()
                .flatMap(found -> found.columns().stream())
                .map(Column::type)
                .toList();
    }

    @Test
    void aDecisionOnlyLooks() {
        Problem writing = problemOf(() -> migrator(
                        history()
                                .revision(
                                        "a1",
                                        "",
                                        op -> op.decide("write", (db, o) -> db.query("DELETE FROM migrate_version")),
                                        NOTHING),
                        dataSource)
                .upgrade("head"));
        Problem code = problemOf(() -> migrator(
                        history()
                                .revision(
                                        "a1",
                                        "",
                                        op -> op.decide("run", (db, o) -> o.run("code", 1, ctx -> {})),
                                        NOTHING),
                        dataSource)
                .upgrade("head"));

        assertThat(writing.code()).isEqualTo(ProblemCode.BAD_OPERATION);
        assertThat(writing.what())
                .isEqualTo(
                        "a decision only looks at the database, and this is no question: DELETE FROM migrate_version");
        assertThat(writing.where()).contains("revision a1, operation 1: decide: write");
        assertThat(code.what())
                .isEqualTo(
                        "op.decide \"run\" decided to \"run \"code\" version 1\", which cannot be written down as SQL"
                                + " for a run that goes on later");
    }

    @Test
    void aRunThatGoesOnTakesTheDecisionThatWasWrittenDown() throws SQLException {
        assumeTrue(ddlCommits());
        int[] decided = {0};
        TestHistory history = after(
                TABLES,
                op -> op.decide("two columns", (db, o) -> {
                    String name = "made_" + ++decided[0];
                    o.addColumn("users", c -> c.bigint(name));
                    o.addColumn("teams", c -> c.bigint(name));
                    o.insert("teams", r -> r.columns("id", "name").row(decided[0], "it's"));
                }));
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        upgrade(history, watched);
        for (int at = 0; at < watched.sent().size(); at++) {
            if (watched.sent().get(at).contains("made_1")) {
                dataSource = freshDatabase();
                decided[0] = 0;
                WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.AFTER, at);
                assertThatThrownBy(() -> upgrade(history, dying)).isInstanceOf(Killed.class);
                int number = watched.sent().get(at).contains("users") ? 1 : 2;

                migrator(history, dataSource, config().resume(new StatementId("b2", number), ResumeDecision.DONE))
                        .upgrade("head");

                assertThat(decided[0]).isEqualTo(1);
                assertThat(rows("SELECT id, name, made_1 FROM teams")).containsExactly("1 it's null");
                assertThat(rows("SELECT made_1 FROM users")).isEmpty();
            }
        }
        assertThat(decided[0]).isEqualTo(1);
    }

    /** The database rewrites its checks then, and a decision is written down before any of it is done. */
    @Test
    void aDecisionThatGoesOnBehindARenamingIsTwo() throws SQLException {
        Consumer<Operations> checked = op -> op.createTable("users", t -> {
            t.bigint("id").primaryKey();
            t.varchar("name", 40);
            t.check("named", "name <> ''");
        });
        Consumer<Operations> one = op -> op.decide("rename and widen", (db, o) -> {
            o.renameColumn("users", "name", "full_name");
            o.alterColumn("users", "full_name", c -> c.varchar(80));
        });
        Consumer<Operations> two = op -> {
            op.decide("rename", (db, o) -> o.renameColumn("users", "name", "full_name"));
            op.decide("widen", (db, o) -> o.alterColumn("users", "full_name", c -> c.varchar(80)));
        };

        Problem problem =
                problemOf(() -> migrator(after(checked, one), dataSource).upgrade("head"));
        upgrade(after(checked, two));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_OPERATION);
        assertThat(problem.what())
                .startsWith(
                        "op.decide \"rename and widen\" decided to \"alter column users.full_name\" behind a renaming");
        assertThat(problem.where()).contains("revision b2, operation 1: decide: rename and widen");
        Asked.run(dataSource, "INSERT INTO users VALUES (1, '" + "x".repeat(80) + "')");
        assertThat(catchThrowable(() -> Asked.run(dataSource, "INSERT INTO users VALUES (2, '')")))
                .isInstanceOf(SQLException.class);
    }

    // ------------------------------------------------------------------------------------------ atomically

    /** Statements that leave something in the session which the next ones need. */
    abstract Consumer<Operations> sessionStatements();

    @Test
    void aGroupIsThereAsAWholeWhereverItIsKilled() throws SQLException {
        TestHistory history = after(TABLES, op -> {
            op.insert("teams", r -> r.columns("id", "name").row(1, "first"));
            op.atomically(sessionStatements());
            op.insert("teams", r -> r.columns("id", "name").row(9, "last"));
            op.addColumn("teams", c -> c.varchar("more", 10));
        });
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        upgrade(history, watched);
        for (Moment moment : Moment.values()) {
            for (int at = 0; at < watched.sent().size(); at++) {
                dataSource = freshDatabase();
                WatchedDataSource dying = new WatchedDataSource(dataSource).dying(moment, at);
                assertThat(catchThrowable(() -> upgrade(history, dying))).isInstanceOf(Killed.class);

                goOn(history);

                assertThat(rows("SELECT id, name FROM teams ORDER BY id"))
                        .as("%s %s", moment, watched.sent().get(at))
                        .containsExactly("1 first", "5 five", "6 six", "9 last");
                assertThat(rows("SELECT version_num FROM migrate_version")).containsExactly("b2");
            }
        }
    }

    /** With a true answer where the run asks about a statement that commits by itself. */
    private void goOn(TestHistory history) throws SQLException {
        try {
            upgrade(history);
        } catch (RuntimeException e) {
            List<String> doubt = rows("SELECT state, decisions, sql_text FROM migrate_journal WHERE state <> 'done'");
            assertThat(doubt).as(e.getMessage()).hasSize(1);
            assertThat(doubt.get(0)).startsWith("started ");
            String[] words = doubt.get(0).split(" ");
            String revision = rows("SELECT version_num FROM migrate_version").isEmpty() ? "a1" : "b2";
            migrator(
                            history,
                            dataSource,
                            config().resume(
                                            new StatementId(revision, Integer.parseInt(words[1])),
                                            ResumeDecision.RETRY)) // what is there was seen without asking
                    .upgrade("head");
        }
    }

    @Test
    void aGroupHoldsChangesOfRowsOnly() {
        Problem problem = problemOf(() -> migrator(
                        history()
                                .revision(
                                        "a1",
                                        "",
                                        op -> op.atomically(o -> o.createTable("t", t -> t.bigint("id"))),
                                        NOTHING),
                        dataSource)
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_OPERATION);
        assertThat(problem.what())
                .isEqualTo(
                        "op.atomically: \"create table t\" cannot share a transaction with others on every database");
    }

    // ------------------------------------------------------------------------------------------ outside transactions

    @Test
    void whatRunsOutsideATransactionCommitsWhatCameBefore() throws SQLException {
        TestHistory history = after(TABLES, op -> {
            op.insert("teams", r -> r.columns("id").row(1));
            op.outsideTransaction(o -> o.createIndex("teams", i -> i.on("name").ifNotExists()));
            op.outsideTransaction(o -> o.createIndex("teams", i -> i.on("name").ifNotExists()));
            op.execute("INSERT INTO teams (id) VALUES (1)");
        });

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        Asked.run(dataSource, "DELETE FROM teams");
        migrator(history, dataSource).upgrade("head");

        assertThat(problem.what()).startsWith("Statement 3 of 3 failed: ");
        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next).startsWith("statements 1 to 2 are in the database"));
        assertThat(rows("SELECT id FROM teams")).containsExactly("1");
    }

    // ------------------------------------------------------------------------------------------ rows

    @Test
    void tenThousandRowsAreInsertedInOneCall() throws SQLException {
        upgrade(after(
                TABLES,
                op -> op.insert("teams", r -> {
                    r.columns("id", "name");
                    for (int i = 0; i < 10_000; i++) {
                        r.row(i, "team " + i);
                    }
                })));

        assertThat(rows("SELECT count(*), count(DISTINCT name), max(id) FROM teams"))
                .containsExactly("10000 10000 9999");
    }

    @Test
    void rowsThatAreLongTogetherAreSentInSmallerStatements() throws SQLException {
        String megabyte = "ä".repeat(500_000);
        upgrade(after(
                op -> op.createTable("notes", t -> {
                    t.bigint("id").primaryKey();
                    t.text("body");
                }),
                op -> op.insert("notes", r -> {
                    r.columns("id", "body");
                    for (int i = 0; i < 40; i++) {
                        r.row(i, megabyte);
                    }
                })));

        assertThat(rows("SELECT count(*) FROM notes WHERE body LIKE 'ää%'")).containsExactly("40");
    }

    // ------------------------------------------------------------------------------------------ in doubt

    private static final Consumer<Operations> EACH_CHANGE = op -> {
        op.addColumn("users", c -> c.varchar("phone", 20).notNull().defaultValue("-"));
        op.alterColumn("users", "phone", c -> c.varchar(40));
        op.renameColumn("users", "phone", "mobile");
        op.createIndex("users", i -> i.on("mobile"));
        op.dropIndex("users", "ix_users_mobile");
        op.addUnique("users", "team_id", "name");
        op.addCheck("users", "positive", "id > 0");
        op.dropConstraint("users", "ck_users_positive");
        op.addPrimaryKey("keyless", "id");
        op.alterTable("teams", t -> {
            t.addColumn(c -> c.integer("size"));
            t.alterColumn("name", c -> c.varchar(60));
        });
        op.dropColumn("users", "mobile");
        op.dropIndex("users", "ix_users_none").ifExists();
        op.addColumn("users", c -> c.date("born")).ifNotExists();
        op.renameTable("keyless", "keyed");
        op.createTable("more", t -> t.bigint("id").primaryKey());
        op.dropTable("more");
    };

    /** What committed by itself and is there is seen to be there: nobody is asked. */
    @Test
    void anOperationKilledAfterItsEffectIsSeenToBeDone() throws SQLException {
        assumeTrue(ddlCommits());
        TestHistory history = after(
                op -> {
                    TABLES.accept(op);
                    op.createTable("keyless", t -> t.bigint("id").notNull());
                },
                EACH_CHANGE);
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        upgrade(history, watched);
        int asked = 0;
        int killed = 0;
        for (int at = 0; at < watched.sent().size(); at++) {
            String statement = watched.sent().get(at);
            if (statement.matches("(?s)(ALTER|CREATE|DROP) .*") && at > firstOfTheChanges(watched.sent())) {
                dataSource = freshDatabase();
                WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.AFTER, at);
                assertThat(catchThrowable(() -> upgrade(history, dying)))
                        .as(statement)
                        .isInstanceOf(Killed.class);
                killed++;
                asked += goesOnWithoutAsking(history) ? 0 : 1;
            }
        }
        assertThat(killed).isGreaterThanOrEqualTo(15);
        assertThat(asked).isLessThanOrEqualTo(statementsInTheMiddleOfAnOperation());
    }

    private static int firstOfTheChanges(List<String> sent) {
        int at = 0;
        while (!sent.get(at).contains("keyless")) {
            at++;
        }
        return at;
    }

    /** Of an operation with several statements only the whole can be seen, and a new table. */
    abstract int statementsInTheMiddleOfAnOperation();

    private boolean goesOnWithoutAsking(TestHistory history) throws SQLException {
        try {
            upgrade(history);
            assertThat(rows("SELECT version_num FROM migrate_version")).containsExactly("b2");
            assertThat(rows("SELECT count(*) FROM keyed")).containsExactly("0");
            return true;
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("[in-doubt]");
            return false;
        }
    }

    /** A no decides nothing as long as nobody knows that the old session is gone. */
    @Test
    void anOperationKilledBeforeItsEffectIsAskedAbout() throws SQLException {
        assumeTrue(ddlCommits());
        TestHistory history = after(TABLES, op -> op.addColumn("users", c -> c.varchar("phone", 20)));
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        upgrade(history, watched);
        int at = watched.sent().size() - 1;
        while (!watched.sent().get(at).contains("phone")
                || watched.sent().get(at).startsWith("INSERT")) {
            at--;
        }
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.BEFORE, at);
        assertThatThrownBy(() -> upgrade(history, dying)).isInstanceOf(Killed.class);

        Problem doubt = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        migrator(history, dataSource, config().resume(new StatementId("b2", 1), ResumeDecision.RETRY))
                .upgrade("head");

        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(rows("SELECT phone FROM users")).isEmpty();
    }

    private static final List<Consumer<Operations>> IN_SEVERAL_STATEMENTS = List.of(
            op -> op.createTable("more", t -> {
                t.bigint("id").primaryKey();
                t.integer("a");
                t.integer("b");
                t.index(i -> i.named("ix_more_a").on("a"));
                t.index(i -> i.named("ix_more_b").on("b"));
            }),
            op -> op.alterTable("teams", t -> {
                t.addColumn(c -> c.integer("more"));
                t.alterColumn("more", c -> c.bigint());
                t.renameColumn("more", "a");
            }));

    /** The columns of a new table tell of its first statement only; what one between the first and the last does, nothing tells. */
    @Test
    void aStatementBetweenTheFirstAndTheLastOfAnOperationIsAskedAbout() throws SQLException {
        assumeTrue(ddlCommits());
        int killed = 0;
        for (Consumer<Operations> operation : IN_SEVERAL_STATEMENTS) {
            TestHistory history = after(TABLES, operation);
            WatchedDataSource watched = new WatchedDataSource(freshDatabase());
            upgrade(history, watched);
            List<Integer> places = IntStream.range(0, watched.sent().size())
                    .filter(at -> watched.sent().get(at).matches("(?s)(ALTER|CREATE) .*more.*"))
                    .boxed()
                    .toList();
            for (int at : places.size() < 3 ? List.<Integer>of() : places.subList(1, places.size() - 1)) {
                for (Moment moment : Moment.values()) {
                    dataSource = freshDatabase();
                    WatchedDataSource dying = new WatchedDataSource(dataSource).dying(moment, at);
                    assertThatThrownBy(() -> upgrade(history, dying)).isInstanceOf(Killed.class);
                    StatementId id = new StatementId("b2", places.indexOf(at) + 1);

                    Problem doubt =
                            problemOf(() -> migrator(history, dataSource).upgrade("head"));
                    ResumeDecision truth = moment == Moment.BEFORE ? ResumeDecision.RETRY : ResumeDecision.DONE;
                    migrator(history, dataSource, config().resume(id, truth)).upgrade("head");

                    assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
                    assertThat(rows("SELECT a FROM " + (operation == IN_SEVERAL_STATEMENTS.get(0) ? "more" : "teams")))
                            .isEmpty();
                    killed++;
                }
            }
        }
        assertThat(killed).isGreaterThanOrEqualTo(2);
    }

    /** Kills the upgrade of the second revision at the statement that begins so. */
    final void kill(TestHistory history, Moment moment, String beginning) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        upgrade(history, watched);
        int at = watched.sent().size() - 1;
        while (!watched.sent().get(at).startsWith(beginning)) {
            at--;
        }
        dataSource = freshDatabase();
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(moment, at);
        assertThatThrownBy(() -> upgrade(history, dying)).isInstanceOf(Killed.class);
    }

    private Problem problemOfNext(TestHistory history) {
        return problemOf(() -> migrator(history, dataSource).upgrade("head"));
    }

    /** The server may have refused to make it because there was one. */
    @Test
    void aSequenceOfThatNameIsTakenForItOnlyWhenItLooksLikeIt() throws SQLException {
        assumeTrue(ddlCommits());
        TestHistory history = after(TABLES, op -> op.createSequence("numbers", s -> s.startWith(5)));

        kill(history, Moment.AFTER, "CREATE SEQUENCE numbers");
        upgrade(history);
        kill(history, Moment.BEFORE, "CREATE SEQUENCE numbers");
        Asked.run(dataSource, "CREATE SEQUENCE numbers START WITH 6");

        assertThat(problemOfNext(history).code()).isEqualTo(ProblemCode.IN_DOUBT);
    }

    @Test
    void aViewIsAskedAboutSinceServersKeepItsQueryInWordsOfTheirOwn() throws SQLException {
        assumeTrue(ddlCommits());
        TestHistory history = after(TABLES, op -> op.createView("names", "SELECT name FROM users"));
        kill(history, Moment.BEFORE, "CREATE VIEW names");
        Asked.run(dataSource, "CREATE VIEW names AS SELECT name FROM teams");

        assertThat(problemOfNext(history).code()).isEqualTo(ProblemCode.IN_DOUBT);
    }
}
