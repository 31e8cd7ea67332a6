package dev.migrate.dialect.mysql;

import dev.migrate.dialect.DatabaseBeside;
import dev.migrate.dialect.ScratchNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A scratch database on a server of MySQL or MariaDB. */
final class MySqlScratchDatabase extends DatabaseBeside {

    private final String realUrl;
    private final String sqlName;

    private MySqlScratchDatabase(Sessions sessions, String realUrl, String name) {
        super(sessions, realUrl, name);
        this.realUrl = realUrl;
        sqlName = MySqlDialect.quoted(name);
    }

    /** A table that says no collation gets that of its database: it is the same here as there. */
    static MySqlScratchDatabase create(Sessions sessions, String realUrl, String name) throws SQLException {
        MySqlScratchDatabase database = new MySqlScratchDatabase(sessions, realUrl, name);
        List<String> options = database.askBeside(
                "SELECT CONCAT(' CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database)");
        database.runBeside("CREATE DATABASE " + database.sqlName + options.get(0));
        return database;
    }

    @Override
    public boolean apart() {
        return false;
    }

    @Override
    public List<String> others() throws SQLException {
        return askBeside("SELECT schema_name FROM information_schema.schemata WHERE schema_name REGEXP '"
                + ScratchNames.ANY_HOME + "' AND schema_name <> '" + name() + "' ORDER BY 1");
    }

    @Override
    public Connection connect() throws SQLException {
        return enter(realUrl, "USE " + sqlName, "SELECT DATABASE()");
    }

    @Override
    public void close() throws SQLException {
        runBeside("SET SESSION foreign_key_checks = 0", "DROP DATABASE IF EXISTS " + sqlName);
    }
}
