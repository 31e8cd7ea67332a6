package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.SHOP;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Database;
import dev.migrate.Operations;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.Problem;
import dev.migrate.schema.SchemaModel;
import dev.migrate.scratch.DesiredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verification of a history finds on every database. */
abstract class VerifyContract {

    private static final Consumer<Operations> USERS = op -> op.createTable("users", t -> {
        t.bigint("id").identity().primaryKey();
        t.varchar("email", 320).notNull();
    });

    private static final Consumer<Operations> NO_USERS = op -> op.dropTable("users");

    private DataSource real;

    /** A database whose account may make others. */
    abstract DataSource fresh() throws SQLException;

    /** Its url, and what opens sessions for its account. */
    abstract ScratchPlace place() throws SQLException;

    /** The scratches that are there, and all tables of the real database. */
    abstract List<String> traces() throws SQLException;

    @BeforeEach
    final void openDatabase() throws SQLException {
        real = fresh();
    }

    final DataSource real() {
        return real;
    }

    private VerifyResult verify(TestHistory history) throws SQLException {
        return verify(history, Optional.empty());
    }

    private VerifyResult verify(TestHistory history, Optional<DesiredState> desired) throws SQLException {
        return migrator(history, real).verify(place(), desired, DiffPolicy.USUAL);
    }

    private static List<String> texts(VerifyResult result) {
        return result.findings().stream()
                .map(finding -> finding.className() + " ["
                        + finding.problem().code().code() + "] "
                        + finding.problem().what().lines().findFirst().orElse("") + " @"
                        + finding.problem()
                                .where()
                                .orElse("")
                                .lines()
                                .findFirst()
                                .orElse(""))
                .toList();
    }

    @Test
    void aSoundHistoryWithBranchesIsSoundAndLeavesNoTrace() throws SQLException {
        TestHistory history = SHOP.revision(
                        "z1",
                        "",
                        op -> op.createTable("other", t -> t.bigint("id").primaryKey()),
                        op -> op.dropTable("other"))
                .revision(
                        "c5",
                        "c3",
                        op -> op.addForeignKey(
                                "orders", k -> k.columns("user_id").references("users", "id")),
                        op -> op.dropConstraint("orders", "fk_orders_user_id_users"))
                .node(new RevisionNode("d6", List.of("z1"), List.of("b2"), List.of()))
                .node(new RevisionNode("e7", List.of(), List.of("d6"), List.of("apart")))
                .node(new RevisionNode("f8", List.of("m4", "d6"), List.of(), List.of()));

        VerifyResult result = verify(history);

        assertThat(result.findings()).isEmpty();
        assertThat(result.notes()).isEmpty();
        assertThat(result.verified()).isEqualTo(9).isEqualTo(result.revisions());
        assertThat(traces()).isEmpty();
    }

    @Test
    void namesInExactLettersAreThoseThatSqlFindsInQuotes() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("`user`", t -> {
                                t.bigint("`id`").primaryKey();
                                t.varchar("`name`", 20);
                            });
                            op.createTable("`order`", t -> {
                                t.bigint("id").primaryKey();
                                t.bigint("`by`").references("`user`", "`id`");
                            });
                            op.insert("`user`", r -> r.columns("`id`", "`name`").row(1, "ann"));
                            op.verify("the application finds it", quoted(op, "SELECT 'name' FROM 'user'"), "ann");
                        },
                        op -> {
                            op.dropTable("`order`");
                            op.dropTable("`user`");
                        })
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.alterColumn("`user`", "`name`", c -> c.notNull());
                            op.renameColumn("`user`", "`name`", "`left`");
                            op.addColumn("`user`", c -> c.integer("`group`"));
                            op.update("`user`", u -> u.set("`group`", 5).everywhere());
                            op.createIndex("`user`", i -> i.on("`group`"));
                            op.renameTable("`order`", "`select`");
                            op.decide("what is there", (database, o) -> {
                                if (database.hasColumn("`user`", "`left`")) {
                                    o.update(
                                            "`user`",
                                            u -> u.set("`left`", "bob").everywhere());
                                }
                            });
                            op.verify("it is still found", quoted(op, "SELECT 'left' FROM 'user'"), "bob");
                        },
                        op -> {
                            op.renameTable("`select`", "`order`");
                            op.dropIndex("`user`", "ix_user_group");
                            op.dropColumn("`user`", "`group`");
                            op.renameColumn("`user`", "`left`", "`name`");
                            op.alterColumn("`user`", "`name`", c -> c.nullable());
                        });

        VerifyResult result = verify(history);

        assertThat(texts(result)).isEmpty();
        assertThat(result.verified()).isEqualTo(2);
    }

    /** A query of an application that has quotes about its names. */
    private static String quoted(Operations op, String query) {
        AtomicReference<String> quoted = new AtomicReference<>(query.replace('\'', '"'));
        op.onlyOn(Database.MYSQL, Database.MARIADB, o -> quoted.set(query.replace('\'', '`')));
        return quoted.get();
    }

    @Test
    void aDowngradeThatForgetsSomethingIsFoundAndTheRestIsTriedAllTheSame() throws SQLException {
        TestHistory history = history()
                .revision("a1", "", USERS, NO_USERS)
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.addColumn("users", c -> c.varchar("avatar", 255));
                            op.addColumn("users", c -> c.varchar("phone", 30));
                        },
                        op -> op.dropColumn("users", "phone"))
                .revision("c3", "b2", op -> op.addColumn("users", c -> c.bool("active")), NOTHING)
                .revision(
                        "d4",
                        "c3",
                        op -> op.addColumn("users", c -> c.integer("age")),
                        op -> op.dropColumn("users", "age"));

        VerifyResult result = verify(history);

        assertThat(texts(result))
                .containsExactly(
                        "app.Rb2 [not-restored] the downgrade does not restore what the upgrade changed: @app.Rb2.downgrade",
                        "app.Rc3 [empty-downgrade] the downgrade changes nothing of what the upgrade changed:"
                                + " @app.Rc3.downgrade");
        assertThat(result.findings().get(0).problem().what()).endsWith("column avatar of table users is still there");
        assertThat(result.verified()).isEqualTo(2);
        assertThat(traces()).isEmpty();
    }

    @Test
    void whatTheServerRefusesIsFoundWithItsStatementAndWhatNeedsItIsNotTried() throws SQLException {
        TestHistory history = history()
                .revision("a1", "", USERS, NO_USERS)
                .revision("b2", "a1", op -> op.execute("ALTER TABLE nowhere ADD COLUMN x INTEGER"), NOTHING)
                .revision("c3", "b2", NOTHING, NOTHING)
                .revision("d4", "a1", NOTHING, op -> op.execute("DROP TABLE nowhere"));

        VerifyResult result = verify(history);

        assertThat(texts(result))
                .satisfiesExactly(
                        up -> assertThat(up)
                                .startsWith("app.Rb2 [statement-failed] it does not go up: Statement 1 of 1 failed: ")
                                .endsWith(" @app.Rb2.upgrade"),
                        down -> assertThat(down)
                                .startsWith("app.Rd4 [statement-failed] it does not go down: Statement 1 of 1 failed: ")
                                .endsWith(" @app.Rd4.downgrade"));
        assertThat(result.findings().get(0).problem().where())
                .hasValueSatisfying(where -> assertThat(where).contains("ALTER TABLE nowhere ADD COLUMN x INTEGER"));
        assertThat(result.notes()).containsExactly("revision c3 was not tried: it needs b2");
        assertThat(traces()).isEmpty();
    }

    @Test
    void rowsThatAreGoneAfterwardsAreFoundAndOtherValuesAreTold() throws SQLException {
        TestHistory history = history()
                .revision("a1", "", USERS, NO_USERS)
                .revision("b2", "a1", op -> op.execute("UPDATE users SET email = 'new'"), op -> op.execute("SELECT 1"))
                .revision("c3", "b2", NOTHING, op -> op.execute("DELETE FROM users"));

        VerifyResult result = verify(history);

        assertThat(texts(result))
                .containsExactly("app.Rc3 [rows-not-restored] up and down do not keep the rows: @app.Rc3.downgrade");
        assertThat(result.findings().get(0).problem().what()).endsWith("table users has 0 rows, and had 1");
        assertThat(result.notes())
                .containsExactly("revision b2 leaves other values than there were, up and down, in users.email");
    }

    @Test
    void whatCannotBeUndoneOrWantsEmptyTablesIsTold() throws SQLException {
        TestHistory history = history()
                .revision("a1", "", USERS, NOTHING)
                .irreversible("a1", "it is the first")
                .revision("b2", "a1", op -> op.verify("nobody is there", "SELECT COUNT(*) FROM users", 0L), NOTHING);

        VerifyResult result = verify(history);

        assertThat(result.findings()).isEmpty();
        assertThat(result.notes())
                .satisfiesExactly(
                        irreversible -> assertThat(irreversible)
                                .isEqualTo("revision a1 is irreversible, and was not taken down: it is the first"),
                        empty -> assertThat(empty)
                                .startsWith("revision b2 goes up on empty tables only; with a made-up row in each it"
                                        + " does not: "));
        assertThat(result.verified()).isEqualTo(2);
    }

    @Test
    void whatTheHistoryMakesIsHeldAgainstTheModel() throws SQLException {
        DesiredState nothing = (database, dialect, looking) ->
                new DesiredModel("a test", SchemaModel.empty(), Map.of(), List.of(), Set.of(), false, List.of());
        TestHistory history = history().revision("a1", "", USERS, NO_USERS);

        VerifyResult lenient = verify(history, Optional.of(nothing));
        VerifyResult strict =
                migrator(history, real).verify(place(), Optional.of(nothing), DiffPolicy.USUAL.withDropsUnknown(true));

        assertThat(lenient.findings()).isEmpty();
        assertThat(lenient.compared()).isTrue();
        assertThat(texts(strict))
                .containsExactly(" [model-differs] what the migrations make is not what the model says: @");
        assertThat(strict.findings().get(0).problem().what()).contains("users");
        assertThat(traces()).isEmpty();
    }

    @Test
    void aModelIsTriedInAScratchOfItsOwnBesideADatabaseThatIsInUse(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE users (id INTEGER);\n");
        TestHistory history =
                history().revision("a1", "", op -> op.createTable("users", t -> t.integer("id")), NO_USERS);
        migrator(history, real).upgrade("head");

        VerifyResult result =
                verify(history, Optional.of(DesiredState.ofScript("schema.sql", file, place().sessions())));

        assertThat(texts(result)).isEmpty();
        assertThat(result.compared()).isTrue();
    }

    @Test
    void whereADatabaseIsInProductionNothingIsTried() throws SQLException {
        MigratorConfig.Builder marked = config().environment("prod").production(true);

        Problem asked =
                problemOf(() -> migrator(SHOP, real, marked).verify(place(), Optional.empty(), DiffPolicy.USUAL));
        migrator(SHOP, real, marked).ensureVersion();
        Problem found = problemOf(() -> verify(SHOP));

        assertThat(asked.text()).isEqualTo("""
                [in-production] the run is meant for a database in production: nothing is tried out there
                  where: migrate.production
                  next:  name another database of the same kind and version, such as one for tests: -Dmigrate.url=…""");
        assertThat(found.text())
                .startsWith("[in-production] the database is \"prod\", production: nothing is tried out there\n");
    }
}
