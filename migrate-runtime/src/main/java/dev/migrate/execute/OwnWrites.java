package dev.migrate.execute;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where writes to migrate's own tables go: into a database, or into a script. */
interface OwnWrites {

    /**
     * Writes.
     *
     * @param sql an insert, or an update or delete that ends in its {@code WHERE}
     * @param arguments values for its question marks; a {@link SqlExpression} where the server is to find the value
     * @return how many rows were hit; in a script, how many should be
     */
    int update(String sql, @Nullable Object... arguments) throws SQLException;
}
