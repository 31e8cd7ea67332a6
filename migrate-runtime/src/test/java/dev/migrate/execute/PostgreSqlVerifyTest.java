package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.problem.Problem;
import dev.migrate.testing.Account;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An account with a schema of its own name, which may make databases. */
class PostgreSqlVerifyTest extends ServerVerifyContract {

    private PostgreSqlSchema schema;

    @Override
    DataSource fresh() throws SQLException {
        schema = PostgreSqlServer.shared().createSchema();
        PostgreSqlServer.shared().asAdmin("ALTER ROLE " + schema.owner().username() + " CREATEDB");
        return schema.dataSource();
    }

    @Override
    String url() {
        return PostgreSqlServer.shared().jdbcUrl();
    }

    @Override
    Account account() {
        return schema.owner();
    }

    @Override
    List<String> warningsOfAnotherAccount() throws SQLException {
        PostgreSqlSchema other = PostgreSqlServer.shared().createSchema();
        PostgreSqlServer.shared().asAdmin("ALTER ROLE " + other.owner().username() + " CREATEDB");
        return warnings(other.dataSource(), url(), other.owner());
    }

    @Override
    void loseTheSessionThatMadeTheScratch() throws SQLException {
        Asked.rows(
                real(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ~ '^migrate_[0-9a-f]{12}_'"
                        + " ORDER BY backend_start LIMIT 1");
    }

    @Test
    void whatLooksLikeAScratchAndIsNotMarkedAsOneIsNamedAndKept() throws SQLException {
        String left = "migrate_0123456789ab_home";
        PostgreSqlServer.shared().asAdmin("CREATE DATABASE " + left);
        List<String> warnings = warnings(MigratorContract.SHOP);
        PostgreSqlServer.shared().asAdmin("DROP DATABASE " + left);

        assertThat(warnings).containsExactly("""
                [scratch-left] these databases of the server look like what runs have left that were cut off: %s
                  next:  if they are, and nobody runs migrate on this server just now: DROP DATABASE %1$s""".formatted(left));
    }

    @Test
    void anAccountThatMayMakeNoDatabaseIsToldWhatItNeeds() throws SQLException {
        PostgreSqlServer.shared().asAdmin("ALTER ROLE " + schema.owner().username() + " NOCREATEDB");

        Problem refused = MigratorContract.problemOf(() -> MigratorContract.migrator(MigratorContract.SHOP, real())
                .verify(place(), Optional.empty(), DiffPolicy.USUAL));

        assertThat(refused.text())
                .startsWith("[no-scratch] on this PostgreSQL ")
                .contains("no scratch database can be made: ERROR: permission denied to create database")
                .endsWith("next:  let the account create databases, or name another database of the same kind, where it"
                        + " may: -Dmigrate.url=…");
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(
                real(),
                "SELECT datname FROM pg_database WHERE datname ~ '^migrate_[0-9a-f]{12}_' UNION ALL"
                        + " SELECT tablename FROM pg_tables WHERE schemaname = CURRENT_SCHEMA");
    }
}
