import java.sql.Connection
import java.sql.Driver
import java.sql.PreparedStatement
import java.sql.ResultSet

/** A look into a database from outside, with nothing of the tool in between. */
class Database {

    private final Driver driver
    private final String url
    private final String schema
    private final Properties login = new Properties()

    /** Where its tables are listed, unless that is said: everywhere but in SQLite and PostgreSQL. */
    static final String H2_AND_MYSQL = 'FROM information_schema.tables' +
            " WHERE table_type = 'BASE TABLE' AND table_schema IN ('PUBLIC', DATABASE())"
    static final String POSTGRESQL = 'FROM information_schema.tables' +
            " WHERE table_type = 'BASE TABLE' AND table_schema = current_schema()"
    static final String SQLITE = "FROM (SELECT name AS table_name FROM sqlite_schema" +
            " WHERE type = 'table' AND name NOT LIKE 'sqlite%')"

    Database(Driver driver, String url, String user, String password, String schema = H2_AND_MYSQL) {
        this.driver = driver
        this.url = url
        this.schema = schema
        login.setProperty('user', user)
        login.setProperty('password', password)
    }

    /** Every row as a list of its values. */
    List<List> rows(String sql) {
        connected { Connection connection ->
            ResultSet result = connection.createStatement().executeQuery(sql)
            int columns = result.metaData.columnCount
            List rows = []
            while (result.next()) {
                rows << (1..columns).collect { result.getObject(it) }
            }
            rows
        }
    }

    /** The values of a query's first column. */
    List column(String sql) {
        rows(sql)*.first()
    }

    void run(String sql) {
        connected { Connection connection -> connection.createStatement().execute(sql) }
    }

    /** Runs one statement for many rows of values. */
    void batch(String sql, List<List> values) {
        connected { Connection connection ->
            connection.autoCommit = false
            PreparedStatement statement = connection.prepareStatement(sql)
            values.each { row ->
                row.eachWithIndex { value, i -> statement.setObject(i + 1, value) }
                statement.addBatch()
            }
            statement.executeBatch()
            connection.commit()
        }
    }

    /** The tables of the application, in lower case: those of the tool are left out. */
    List<String> tables() {
        column("SELECT LOWER(table_name) ${schema}".toString())
                .findAll { !it.startsWith('migrate_') }
                .sort()
    }

    /** The applied heads. */
    List<String> heads() {
        column('SELECT version_num FROM migrate_version ORDER BY version_num')
    }

    /** What was done, in order: {@code up a1 done}. */
    List<String> steps() {
        rows('SELECT direction, revision, status FROM migrate_history ORDER BY started, step')*.join(' ')
    }

    private <T> T connected(Closure<T> work) {
        Connection connection = driver.connect(url, login)
        try {
            work(connection)
        } finally {
            connection.close()
        }
    }
}
