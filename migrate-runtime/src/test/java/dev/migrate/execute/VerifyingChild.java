package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.TestHistory.history;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.testing.ChildJvm;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What another process does that verifies a history, and stops in the middle of it. */
final class VerifyingChild {

    private VerifyingChild() {}

    /** The arguments: a url, the name of an account, its password. */
    public static void main(String[] arguments) throws SQLException {
        DataSource database = dataSource(arguments[0], arguments[1], arguments[2]);
        ScratchPlace place = new ScratchPlace(
                arguments[0], url -> dataSource(url, arguments[1], arguments[2]).getConnection());
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("users", t -> t.bigint("id"));
                            op.run("stop", 1, context -> ChildJvm.stopInTheMiddle());
                        },
                        NOTHING);
        migrator(history, database).verify(place, Optional.empty(), DiffPolicy.USUAL);
    }

    private static DataSource dataSource(String url, String user, String password) throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(url);
            database.setUser(user);
            database.setPassword(password);
            return database;
        }
        MariaDbDataSource database = new MariaDbDataSource(url);
        database.setUser(user);
        database.setPassword(password);
        return database;
    }
}
