package dev.migrate.dialect.h2;

import dev.migrate.dialect.LongWork;
import java.sql.SQLException;
import java.util.Set;

/** What H2 offers. */
final class H2LongWork implements LongWork {

    /** Deadlock, lock timeout, and a row that another transaction changed. */
    private static final Set<Integer> IN_THE_WAY = Set.of(40001, 50200, 90131);

    @Override
    public boolean stoodInTheWay(SQLException exception) {
        return IN_THE_WAY.contains(exception.getErrorCode());
    }
}
