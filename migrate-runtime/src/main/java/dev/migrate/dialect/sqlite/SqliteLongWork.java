package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.LongWork;
import java.sql.SQLException;

/** What SQLite offers: others only read meanwhile, or wait for the file. */
final class SqliteLongWork implements LongWork {

    @Override
    public boolean comparesRowsByIndex() {
        return true;
    }

    /** BUSY and LOCKED. */
    @Override
    public boolean stoodInTheWay(SQLException exception) {
        int code = exception.getErrorCode() & 0xFF;
        return code == 5 || code == 6;
    }
}
