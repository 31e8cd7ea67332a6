package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.SHOP;
import static dev.migrate.execute.MigratorContract.migrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.MySqlSettings;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs are the same whatever a session was told before, on the MariaDB at hand or the server that is given. */
class MySqlSettingsRunTest {

    private static final MySqlServer SERVER = MySqlServer.given().orElseGet(MariaDbServer::shared);

    private static final OffsetDateTime NOON =
            OffsetDateTime.of(2026, 1, 31, 12, 0, 0, 500_000_000, ZoneOffset.ofHours(3));

    /** All kinds of changes, and rows that show what became of them. */
    static final TestHistory EVERYTHING = SHOP.revision(
                    "d5",
                    "m4",
                    op -> {
                        op.createTable("teams", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("name", 40)
                                    .notNull()
                                    .defaultValue("it's \\ \"new\"")
                                    .comment("100 % \\ 'x'");
                            t.timestampTz("seen_at", 3).notNull();
                        });
                        op.insert(
                                "teams",
                                r -> r.columns("id", "name", "seen_at")
                                        .row(1, "o'\\n", NOON)
                                        .row(2, "", NOON));
                        op.update("teams", u -> u.set("name", "renamed").where("id = ?", 1));
                        op.delete("teams", d -> d.where("id = ?", 2));
                    },
                    op -> op.dropTable("teams"))
            .revision(
                    "e6",
                    "d5",
                    op -> {
                        op.addColumn("users", c -> c.bigint("team_id"));
                        op.addForeignKey("users", f -> f.columns("team_id").references("teams", "id"));
                        op.alterColumn("users", "email", c -> c.varchar(500).comment("see RFC 5322"));
                        op.renameColumn("teams", "name", "title");
                        op.createIndex("teams", i -> i.on("title"));
                        op.addUnique("users", "email", "team_id");
                        op.renameTable("orders", "order");
                    },
                    op -> {
                        op.renameTable("order", "orders");
                        op.dropConstraint("users", "uq_users_email_team_id");
                        op.dropIndex("teams", "ix_teams_title");
                        op.renameColumn("teams", "title", "name");
                        op.alterColumn("users", "email", c -> c.varchar(320).dropComment());
                        op.dropColumn("users", "team_id");
                    });

    @TestFactory
    Stream<DynamicTest> upDownUpWorksUnder() {
        return MySqlSettings.all(SERVER.product().equals("mariadb")).stream()
                .map(setting -> dynamicTest(setting, () -> upDownUp(setting)));
    }

    private static void upDownUp(String setting) throws SQLException {
        TestSchema schema = SERVER.createSchema();
        try {
            DataSource dataSource = schema.dataSource(setting.hashCode() % 2 != 0, setting);
            upDownUp(dataSource, schema.dataSource());
        } finally {
            schema.drop();
        }
    }

    @Test
    void upDownUpWorksWhereTablesNeedAPrimaryKeyAndNamesAreFolded() throws SQLException {
        try (MariaDbServer server =
                MariaDbServer.startedWith("--lower-case-table-names=1", "--innodb-force-primary-key=1")) {
            TestSchema schema = server.createSchema();

            upDownUp(schema.dataSource(), schema.dataSource());
        }
    }

    static void upDownUp(DataSource dataSource, DataSource onlooker) throws SQLException {
        migrator(EVERYTHING, dataSource).upgrade("head");
        assertThat(Asked.rows(onlooker, "SELECT id, title FROM teams")).containsExactly("1 renamed");

        migrator(EVERYTHING, dataSource).downgrade("base");
        migrator(EVERYTHING, dataSource).upgrade("head");

        assertThat(Asked.rows(onlooker, "SELECT version_num FROM migrate_version"))
                .containsExactly("e6");
        assertThat(Asked.rows(onlooker, "SELECT revision, direction, status FROM migrate_history ORDER BY step"))
                .hasSize(18)
                .allMatch(row -> row.endsWith(" done"));
        assertThat(Asked.rows(onlooker, "SELECT id, title FROM teams")).containsExactly("1 renamed");
        assertThat(migrator(EVERYTHING, dataSource).upgrade("head").steps()).isEmpty();
    }
}
