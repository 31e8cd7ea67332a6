package dev.migrate.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.Action;
import dev.migrate.Database;
import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.execute.TestHistory;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.IndexedHistory;
import dev.migrate.operation.Operation;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulationTest {

    /** A sound beginning: what every defect is planted upon. */
    private static final TestHistory SOUND = TestHistory.history()
            .revision(
                    "1",
                    "",
                    op -> {
                        op.createTable("teams", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("name", 120).notNull().unique();
                        });
                        op.createTable("users", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("email", 320).notNull();
                            t.varchar("fax", 40);
                            t.bigint("team_id").references("teams", "id").onDelete(Action.SET_NULL);
                            t.index("fax");
                            t.check("adult", "id > 0");
                        });
                    },
                    op -> {
                        op.dropTable("users");
                        op.dropTable("teams");
                    });

    private static Simulated simulated(TestHistory history, String dialect) {
        return simulated(history, dialect, List.of());
    }

    private static Simulated simulated(TestHistory history, String dialect, List<IndexedHistory> others) {
        IndexedHistory indexed = history.indexed();
        Dialect server = Dialects.offline(dialect);
        return Simulation.of(
                indexed,
                RevisionGraph.of(indexed.nodes()),
                new RecordingContext(
                        Database.valueOf(server.name().toUpperCase(java.util.Locale.ROOT)),
                        server.identifierLimit(),
                        server::exactName,
                        server.scriptSyntax(),
                        Map.of(),
                        SchemaModel::empty),
                new Server() {
                    @Override
                    public void render(Operation operation, SchemaModel before) {
                        server.render(operation, before);
                    }

                    @Override
                    public SchemaModel normalized(SchemaModel model) {
                        return server.normalized(model);
                    }

                    @Override
                    public boolean refersToAnyIndex() {
                        return server.refersToAnyIndex();
                    }
                },
                others);
    }

    private static List<String> lines(Simulated simulated) {
        return simulated.problems().stream()
                .map(problem -> "[" + problem.code().code() + "] "
                        + problem.what()
                                .lines()
                                .toList()
                                .get(problem.what().lines().toList().size() - 1)
                        + " @ " + problem.where().orElse(""))
                .toList();
    }

    private static Arguments defect(String name, Consumer<Operations> up, String code, String words, String place) {
        return arguments(name, up, (Consumer<Operations>) op -> op.execute("SELECT 1"), code, words, place);
    }

    private static Arguments downgrade(
            String name, Consumer<Operations> up, Consumer<Operations> down, String code, String words, String place) {
        return arguments(name, up, down, code, words, place);
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                defect(
                        "a column that is not there is dropped",
                        op -> op.dropColumn("users", "phone"),
                        "unknown-object",
                        "table users has no column phone; it has id, email, fax, team_id",
                        "app.R2.upgrade, operation 1: drop column users.phone"),
                defect(
                        "a column is added twice",
                        op -> {
                            op.addColumn("users", c -> c.varchar("phone", 20));
                            op.addColumn("users", c -> c.varchar("phone", 40));
                        },
                        "object-exists",
                        "table users already has a column phone",
                        "app.R2.upgrade, operation 2: add column users.phone"),
                defect(
                        "a column is renamed that is not there",
                        op -> op.renameColumn("users", "phone", "mobile"),
                        "unknown-object",
                        "table users has no column phone; it has id, email, fax, team_id",
                        "app.R2.upgrade, operation 1: rename column users.phone to mobile"),
                defect(
                        "a column is renamed to one that is there",
                        op -> op.renameColumn("users", "fax", "email"),
                        "object-exists",
                        "table users already has a column email",
                        "app.R2.upgrade, operation 1: rename column users.fax to email"),
                defect(
                        "a column that is not there is altered",
                        op -> op.alterColumn("users", "phone", c -> c.notNull()),
                        "unknown-object",
                        "table users has no column phone; it has id, email, fax, team_id",
                        "app.R2.upgrade, operation 1: alter column users.phone"),
                defect(
                        "a table that is not there is dropped",
                        op -> op.dropTable("orders"),
                        "unknown-object",
                        "there is no table orders; there are teams, users",
                        "app.R2.upgrade, operation 1: drop table orders"),
                defect(
                        "a table is created twice",
                        op -> op.createTable("teams", t -> t.bigint("id")),
                        "object-exists",
                        "there is already a table teams",
                        "app.R2.upgrade, operation 1: create table teams"),
                defect(
                        "a table is renamed to one that is there",
                        op -> op.renameTable("teams", "users"),
                        "object-exists",
                        "there is already a table users",
                        "app.R2.upgrade, operation 1: rename table teams to users"),
                defect(
                        "a table that others refer to is dropped",
                        op -> op.dropTable("teams"),
                        "unknown-object",
                        "foreign key fk_users_team_id_teams of table users refers to table teams, which is not there",
                        "app.R2.upgrade, operation 1: drop table teams"),
                defect(
                        "a key that others refer to is dropped",
                        op -> op.dropConstraint("teams", "pk_teams"),
                        "bad-operation",
                        "foreign key fk_users_team_id_teams of table users refers to teams (id), which is neither its primary"
                                + " key nor unique",
                        "app.R2.upgrade, operation 1: drop constraint pk_teams of teams"),
                defect(
                        "a foreign key refers to a table that is not there",
                        op -> op.addForeignKey(
                                "users", f -> f.columns("team_id").references("groups", "id")),
                        "unknown-object",
                        "foreign key fk_users_team_id_groups of table users refers to table groups, which is not there",
                        "app.R2.upgrade, operation 1: add constraint fk_users_team_id_groups to users"),
                defect(
                        "a foreign key refers to a column that is not there",
                        op -> op.addForeignKey(
                                "users", f -> f.named("fk").columns("team_id").references("teams", "number")),
                        "unknown-object",
                        "foreign key fk of table users refers to column teams.number, which is not there",
                        "app.R2.upgrade, operation 1: add constraint fk to users"),
                defect(
                        "a foreign key refers to what is not unique",
                        op -> {
                            op.addColumn("teams", c -> c.bigint("number"));
                            op.addForeignKey(
                                    "users",
                                    f -> f.named("fk").columns("team_id").references("teams", "number"));
                        },
                        "bad-operation",
                        "foreign key fk of table users refers to teams (number), which is neither its primary key nor unique",
                        "app.R2.upgrade, operation 2: add constraint fk to users"),
                defect(
                        "a foreign key is of another type than what it refers to",
                        op -> op.createTable("orders", t -> {
                            t.varchar("user_id", 20).references("users", "id");
                        }),
                        "bad-operation",
                        "foreign key fk_orders_user_id_users of table orders: column user_id is varchar(20), and users.id is an"
                                + " integer of 64 bits",
                        "app.R2.upgrade, operation 1: create table orders"),
                defect(
                        "an index is about a column that is not there",
                        op -> op.createIndex("users", i -> i.on("phone")),
                        "unknown-object",
                        "index ix_users_phone is about column phone, which table users does not have; it has id, email, fax,"
                                + " team_id",
                        "app.R2.upgrade, operation 1: create index ix_users_phone on users"),
                defect(
                        "an index is created twice",
                        op -> op.createIndex("users", i -> i.on("fax")),
                        "object-exists",
                        "table users already has an index ix_users_fax",
                        "app.R2.upgrade, operation 1: create index ix_users_fax on users"),
                defect(
                        "an index takes the name of another table's",
                        op -> op.createIndex(
                                "teams", i -> i.named("ix_users_fax").on("name")),
                        "object-exists",
                        "tables users and teams both have an index or key named ix_users_fax; here such names are of the whole"
                                + " schema",
                        "app.R2.upgrade, operation 1: create index ix_users_fax on teams"),
                defect(
                        "an index that is not there is dropped",
                        op -> op.dropIndex("users", "ix_users_phone"),
                        "unknown-object",
                        "table users has no index ix_users_phone; it has ix_users_fax",
                        "app.R2.upgrade, operation 1: drop index ix_users_phone on users"),
                defect(
                        "a constraint is about a column that is not there",
                        op -> op.addUnique("users", "email", "phone"),
                        "unknown-object",
                        "constraint uq_users_email_phone is about column phone, which table users does not have; it has id,"
                                + " email, fax, team_id",
                        "app.R2.upgrade, operation 1: add constraint uq_users_email_phone to users"),
                defect(
                        "a second primary key is added",
                        op -> op.addPrimaryKey("users", "email"),
                        "object-exists",
                        "table users already has a constraint pk_users",
                        "app.R2.upgrade, operation 1: add constraint pk_users to users"),
                defect(
                        "a constraint that is not there is dropped",
                        op -> op.dropConstraint("users", "ck_users_old"),
                        "unknown-object",
                        "table users has no constraint ck_users_old; it has pk_users, fk_users_team_id_teams, ck_users_adult",
                        "app.R2.upgrade, operation 1: drop constraint ck_users_old of users"),
                defect(
                        "rows go into a table that is not there",
                        op -> op.insert("roles", r -> r.columns("id").row(1)),
                        "unknown-object",
                        "there is no table roles",
                        "app.R2.upgrade, operation 1: insert 1 row into roles"),
                defect(
                        "rows go into a column that is not there",
                        op -> op.insert("teams", r -> r.columns("title").row("a")),
                        "unknown-object",
                        "table teams has no column title; it has id, name",
                        "app.R2.upgrade, operation 1: insert 1 row into teams"),
                defect(
                        "rows lack a value that they must have",
                        op -> op.insert("users", r -> r.columns("fax").row("1")),
                        "bad-operation",
                        "column email of table users must have a value, and the rows name none",
                        "app.R2.upgrade, operation 1: insert 1 row into users"),
                defect(
                        "a column that is not there is updated",
                        op -> op.update("users", u -> u.set("phone", 1).everywhere()),
                        "unknown-object",
                        "table users has no column phone; it has id, email, fax, team_id",
                        "app.R2.upgrade, operation 1: update rows of users"),
                defect(
                        "rows of a table that is not there are deleted",
                        op -> op.delete("roles", d -> d.where("id = ?", 1)),
                        "unknown-object",
                        "there is no table roles",
                        "app.R2.upgrade, operation 1: delete rows of roles"),
                downgrade(
                        "a downgrade is forgotten",
                        op -> op.addColumn("users", c -> c.varchar("phone", 20)),
                        op -> {},
                        "empty-downgrade",
                        "revision 2 does something on the way up and nothing on the way down",
                        "app.R2.downgrade"),
                downgrade(
                        "a downgrade leaves a column",
                        op -> {
                            op.addColumn("users", c -> c.varchar("phone", 20));
                            op.addColumn("users", c -> c.varchar("mobile", 20));
                        },
                        op -> op.dropColumn("users", "phone"),
                        "not-restored",
                        "column mobile of table users is still there",
                        "app.R2.downgrade"),
                downgrade(
                        "a downgrade brings a column back otherwise",
                        op -> op.dropColumn("users", "email"),
                        op -> op.addColumn("users", c -> c.varchar("email", 320)),
                        "not-restored",
                        "column email of table users is varchar(320), nullable, and was varchar(320), not null",
                        "app.R2.downgrade"),
                downgrade(
                        "a downgrade brings a default back otherwise",
                        op -> op.addColumn("users", c -> c.varchar("phone", 20).defaultValue("it's")),
                        op -> {
                            op.dropColumn("users", "phone");
                            op.alterColumn("users", "fax", c -> c.defaultValue("it's"));
                        },
                        "not-restored",
                        "column fax of table users is varchar(40), nullable, default 'it''s', and was varchar(40), nullable",
                        "app.R2.downgrade"),
                downgrade(
                        "a downgrade forgets what went with a column",
                        op -> op.dropColumn("users", "fax"),
                        op -> op.addColumn("users", c -> c.varchar("fax", 40)),
                        "not-restored",
                        "index ix_users_fax of table users is missing",
                        "app.R2.downgrade"),
                downgrade(
                        "a downgrade leaves a table",
                        op -> op.createTable("orders", t -> t.bigint("id").primaryKey()),
                        op -> op.delete("orders", d -> d.everywhere()),
                        "not-restored",
                        "table orders is still there",
                        "app.R2.downgrade"),
                downgrade(
                        "a downgrade drops what its upgrade did not make",
                        op -> op.addColumn("users", c -> c.varchar("phone", 20)),
                        op -> op.dropColumn("users", "phones"),
                        "unknown-object",
                        "table users has no column phones; it has id, email, fax, team_id, phone",
                        "app.R2.downgrade, operation 1: drop column users.phones"),
                downgrade(
                        "a downgrade forgets a comment",
                        op -> op.tableComment("users", "people"),
                        op -> op.update("users", u -> u.set("fax", null).everywhere()),
                        "not-restored",
                        "the comment of table users is 'people', and was none",
                        "app.R2.downgrade"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void aPlantedDefectIsFoundAndNothingElse(
            String name, Consumer<Operations> up, Consumer<Operations> down, String code, String words, String place) {
        TestHistory history = SOUND.revision("2", "1", up, down);

        List<String> found = new ArrayList<>(lines(simulated(history, "postgresql")));
        boolean ofTheUpgrade = place.contains(".upgrade");
        if (ofTheUpgrade) {
            found.removeIf(line -> line.startsWith("[not-restored]")); // the downgrade of these is not what is tested
        }

        assertThat(found).containsExactly("[" + code + "] " + words + " @ " + place);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aSoundHistoryHasNoProblem(String dialect) {
        TestHistory history = SOUND.revision(
                        "2",
                        "1",
                        op -> {
                            op.renameTable("users", "people");
                            op.alterTable("people", t -> {
                                t.addColumn(c -> c.varchar("phone", 32));
                                t.dropColumn("fax");
                            });
                            op.insert("teams", r -> r.columns("name").row("a"));
                        },
                        op -> {
                            op.delete("teams", d -> d.where("name = ?", "a"));
                            op.alterTable("people", t -> {
                                t.addColumn(c -> c.varchar("fax", 40));
                                t.dropColumn("phone");
                                t.addIndex(i -> i.named("ix_users_fax").on("fax"));
                            });
                            op.renameTable("people", "users");
                        })
                .revision(
                        "3",
                        "2",
                        op -> op.dropColumn("people", "phone"),
                        op -> op.addColumn("people", c -> c.varchar("phone", 32)))
                .merge("4", "3");

        Simulated simulated = simulated(history, dialect);

        assertThat(lines(simulated)).isEmpty();
        assertThat(simulated.revisions()).isEqualTo(4);
    }

    static Stream<String> dialects() {
        return Stream.of("postgresql", "mysql:8.4", "mariadb:11.4", "h2", "sqlite");
    }

    @Test
    void rawSqlHidesTheTablesThatItNamesAndNoOthers() {
        TestHistory history = SOUND.revision(
                "2",
                "1",
                op -> {
                    op.execute("ALTER TABLE users ADD COLUMN phone varchar(20)");
                    op.dropColumn("users", "phone");
                    op.execute("CREATE TABLE audit (id bigint)");
                    op.addColumn("audit", c -> c.bigint("number"));
                    op.dropColumn("teams", "title");
                },
                op -> op.execute("DROP TABLE audit"));

        Simulated simulated = simulated(history, "postgresql");

        assertThat(lines(simulated))
                .containsExactly(
                        "[unknown-object] table teams has no column title; it has id, name @ app.R2.upgrade, operation 5: drop"
                                + " column teams.title");
        assertThat(simulated.unseen())
                .containsExactly(
                        "app.R2.upgrade, operation 1: execute ALTER TABLE users ADD COLUMN phone varchar(20)",
                        "app.R2.upgrade, operation 3: execute CREATE TABLE audit (id bigint)");
    }

    @Test
    void whatAnotherHistoryOfTheModuleMakesMayBeThere() {
        TestHistory billing = TestHistory.history()
                .revision(
                        "b1",
                        "",
                        op -> op.createTable("invoices", t -> t.bigint("id").primaryKey()),
                        op -> op.dropTable("invoices"));
        TestHistory history = SOUND.revision(
                "2",
                "1",
                op -> op.addColumn("users", c -> c.bigint("invoice_id").references("invoices", "id")),
                op -> op.dropColumn("users", "invoice_id"));

        assertThat(lines(simulated(history, "postgresql", List.of(billing.indexed()))))
                .isEmpty();
        assertThat(lines(simulated(history, "postgresql")))
                .containsExactly(
                        "[unknown-object] foreign key fk_users_invoice_id_invoices of table users refers to table invoices,"
                                + " which is not there @ app.R2.upgrade, operation 1: alter table users: add column"
                                + " users.invoice_id, add constraint fk_users_invoice_id_invoices to users");
    }

    @ParameterizedTest
    @CsvSource({"mariadb:11.4, true", "mysql:8.0.40, true", "mysql:8.4, false", "postgresql, false", "h2, false"})
    void aKeyMayReferToAnyIndexWhereTheServerLetsIt(String dialect, boolean sound) {
        TestHistory history = SOUND.revision(
                "2",
                "1",
                op -> op.createTable("numbers", t -> t.varchar("fax", 40).references("users", "fax")),
                op -> op.dropTable("numbers"));

        List<String> lines = lines(simulated(history, dialect));

        assertThat(lines.isEmpty()).as(lines.toString()).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql:8.4", "mariadb:11.4", "postgresql", "h2", "sqlite"})
    void whatIsLeftOutWhereThereIsNothingToDoIsNotWrong(String dialect) {
        TestHistory history = SOUND.revision(
                "2",
                "1",
                op -> {
                    op.alterColumn("staff", "name", c -> c.notNull()).ifExists();
                    op.alterColumn("users", "phone", c -> c.notNull()).ifExists();
                    op.renameColumn("users", "phone", "telephone").ifExists();
                    op.dropColumn("users", "phone").ifExists();
                    op.renameTable("staff", "members").ifExists();
                    op.dropIndex("users", "ix_users_phone").ifExists();
                    op.renameIndex("users", "ix_users_phone", "ix_users_telephone")
                            .ifExists();
                    op.dropConstraint("users", "uq_users_phone").ifExists();
                    op.renameConstraint("users", "uq_users_phone", "uq_users_telephone")
                            .ifExists();
                    op.dropConstraint("staff", "uq_staff_phone").ifExists();
                    op.addColumn("users", c -> c.varchar("fax", 40)).ifNotExists();
                    op.alterTable("users", t -> t.dropColumn("phone").ifExists());
                },
                op -> op.execute("SELECT 1"));

        assertThat(lines(simulated(history, dialect))).isEmpty();
    }

    @Test
    void whatNobodyCanFollowIsToldAndNotWrong() {
        TestHistory history = SOUND.revision(
                "2",
                "1",
                op -> {
                    op.execute("DROP TABLE users CASCADE");
                    op.dropColumn("orders", "number");
                },
                op -> op.run("bring it back", 1, ctx -> {}));

        Simulated simulated = simulated(history, "postgresql");

        assertThat(lines(simulated)).isEmpty();
        assertThat(simulated.unseen())
                .containsExactly(
                        "app.R2.upgrade, operation 1: execute DROP TABLE users CASCADE",
                        "app.R2.downgrade, operation 1: run \"bring it back\" version 1");
    }

    @Test
    void aRevisionSeesWhatItsAncestorsMakeAndNothingOfOtherBranches() {
        TestHistory history = SOUND.revision(
                        "a",
                        "1",
                        op -> op.addColumn("users", c -> c.varchar("phone", 20)),
                        op -> op.dropColumn("users", "phone"))
                .revision("b", "1", op -> op.dropColumn("users", "phone"), op -> op.execute("SELECT 1"))
                .revision(
                        "c",
                        "1",
                        op -> op.addColumn("teams", c -> c.varchar("town", 20)),
                        op -> op.dropColumn("teams", "town"))
                .merge("m", "a", "c")
                .revision(
                        "d",
                        "m",
                        op -> {
                            op.dropColumn("users", "phone");
                            op.dropColumn("teams", "town");
                        },
                        op -> {
                            op.addColumn("users", c -> c.varchar("phone", 20));
                            op.addColumn("teams", c -> c.varchar("town", 20));
                        });

        assertThat(lines(simulated(history, "postgresql")))
                .containsExactly(
                        "[unknown-object] table users has no column phone; it has id, email, fax, team_id @ app.Rb.upgrade,"
                                + " operation 1: drop column users.phone");
    }

    @Test
    void branchesThatMakeTheSameCannotBeJoined() {
        TestHistory history = SOUND.revision(
                        "a",
                        "1",
                        op -> op.addColumn("users", c -> c.varchar("phone", 20)),
                        op -> op.dropColumn("users", "phone"))
                .revision(
                        "b",
                        "1",
                        op -> op.addColumn("users", c -> c.varchar("phone", 20)),
                        op -> op.dropColumn("users", "phone"))
                .merge("m", "a", "b");

        assertThat(lines(simulated(history, "postgresql")))
                .containsExactly(
                        "[object-exists] table users already has a column phone @ app.Rm joins lines; of the other line:"
                                + " revision b, operation 1: add column users.phone");
    }

    @Test
    void whatOnlyDependsOnAnotherBranchSeesItToo() {
        TestHistory history = SOUND.node(new RevisionNode("x", List.of(), List.of("1"), List.of("other")))
                .revision(
                        "y",
                        List.of("x"),
                        List.of(),
                        op -> op.addColumn("users", c -> c.bigint("n")),
                        op -> op.dropColumn("users", "n"));

        assertThat(lines(simulated(history, "postgresql"))).isEmpty();
    }

    @Test
    void whatADatabaseCannotDoIsFoundWithoutIt() {
        TestHistory history =
                SOUND.revision("2", "1", op -> op.createSequence("numbers"), op -> op.dropSequence("numbers"));

        assertThat(simulated(history, "mysql:8.4").problems())
                .extracting(problem -> problem.code().code())
                .contains("unsupported");
    }

    @Test
    void aSchemaInWhichNothingIsMadeMayBeTheOneThatMigrationsWorkIn() {
        TestHistory history = SOUND.revision(
                "2",
                "1",
                op -> op.createTable(
                        "billing.invoices", t -> t.bigint("team_id").references("shop.teams", "id")),
                op -> op.dropTable("billing.invoices"));

        assertThat(lines(simulated(history, "postgresql"))).isEmpty();
    }

    @Test
    void anIrreversibleMigrationIsNotAskedForItsDowngrade() {
        TestHistory history = SOUND.revision("2", "1", op -> op.dropColumn("users", "fax"), op -> {})
                .irreversible("2", "gone");

        assertThat(lines(simulated(history, "postgresql"))).isEmpty();
    }

    @Test
    void aLongHistoryIsSimulatedWhole() {
        TestHistory history = TestHistory.history();
        String before = "";
        for (int i = 0; i < 300; i++) {
            int number = i;
            String id = "r" + i;
            history = history.revision(
                    id,
                    before,
                    op -> op.createTable("t" + number, t -> t.bigint("id").primaryKey()),
                    op -> op.dropTable("t" + number));
            before = id;
        }

        assertThat(simulated(history, "postgresql").problems()).isEmpty();
    }
}
