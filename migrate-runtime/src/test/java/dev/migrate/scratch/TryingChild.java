package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.mariadb.jdbc.MariaDbDataSource;

/** What another process does that tries out a model, and stops in the middle of it. */
final class TryingChild {

    private TryingChild() {}

    /** The arguments: a url, the name of an account, its password. */
    public static void main(String[] arguments) throws SQLException {
        MariaDbDataSource database = new MariaDbDataSource(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        ScratchNames names = ScratchNames.random();
        Relocation outside = new Relocation(Optional.of(names), Optional.empty(), Optional.empty());
        new Trial(dialect(database), new ScratchOf(database), names, List.of("billing"), outside)
                .of(
                        scratch -> {
                            readInTransaction(scratch.connection());
                            stop();
                            return List.of();
                        },
                        (statement, words) -> {
                            throw new MigrateException(Problem.of(ProblemCode.MODEL_FAILED, words));
                        });
    }

    private static Dialect dialect(MariaDbDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Dialects.of(connection);
        }
    }

    private static void readInTransaction(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers (n INT)");
            connection.setAutoCommit(false);
            statement.execute("SELECT n FROM numbers");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop() {
        try {
            ChildJvm.stopInTheMiddle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
