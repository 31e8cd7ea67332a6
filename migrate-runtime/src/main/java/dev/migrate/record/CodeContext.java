package dev.migrate.record;

import dev.migrate.Database;
import dev.migrate.Operations;
import dev.migrate.RunContext;
import dev.migrate.operation.RunCode;
import java.sql.Connection;

/** What code sees of the run: the run's session, and what the recording knew. */
record CodeContext(RunCode.Session session, Operations values, Database database) implements RunContext {

    @Override
    public Connection connection() {
        return session.connection();
    }

    @Override
    public String x(String key) {
        return values.x(key);
    }

    @Override
    public String x(String key, String otherwise) {
        return values.x(key, otherwise);
    }

    @Override
    public void progress(String message) {
        session.progress(message);
    }
}
