package dev.migrate.record;

import dev.migrate.Database;
import dev.migrate.RunContext;
import dev.migrate.operation.RunCode;
import java.sql.Connection;
import java.util.function.UnaryOperator;

/** What code sees of the run: the run's session, and what the recording knew. */
record CodeContext(RunCode.Session session, UnaryOperator<String> values, Database database) implements RunContext {

    @Override
    public Connection connection() {
        return session.connection();
    }

    @Override
    public String x(String key) {
        return values.apply(key);
    }

    @Override
    public void progress(String message) {
        session.progress(message);
    }
}
