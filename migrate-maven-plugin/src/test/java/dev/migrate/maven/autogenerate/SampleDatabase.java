package dev.migrate.maven.autogenerate;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Where the samples are tried. */
enum SampleDatabase {
    H2 {
        @Override
        DataSource fresh(Sample sample) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:sample" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1" + sample.h2());
            return dataSource;
        }
    },
    MARIADB {
        @Override
        DataSource fresh(Sample sample) throws SQLException {
            return on(MariaDbServer.shared()).dataSource();
        }
    },
    POSTGRESQL {
        @Override
        DataSource fresh(Sample sample) throws SQLException {
            PostgreSqlServer server = PostgreSqlServer.shared();
            PostgreSqlSchema schema = server.createSchema();
            server.asAdmin(
                    "GRANT CREATE ON DATABASE postgres TO " + schema.owner().username());
            return schema.dataSource();
        }
    },
    MYSQL {
        @Override
        DataSource fresh(Sample sample) throws SQLException {
            return on(MySqlServer.given().orElseThrow()).connectorJDataSource();
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Those of this build: {@code -Plong} has all that there are. A server that is brought along is tried alone. */
    static Set<SampleDatabase> all() {
        if (MySqlServer.given().isPresent()) {
            return EnumSet.of(MYSQL);
        }
        return Boolean.getBoolean("settings.all") ? EnumSet.of(H2, MARIADB, POSTGRESQL) : EnumSet.of(H2, MARIADB);
    }

    /** An empty database for a sample, on which scratches can be made, and further schemas. */
    abstract DataSource fresh(Sample sample) throws SQLException;

    private static TestSchema on(MySqlServer server) throws SQLException {
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        server.grant("ALL PRIVILEGES ON `sample\\_%`.*", schema.owner());
        return schema;
    }

    /** Whether a schema is something within a database, and not a database itself. */
    boolean knowsSchemas() {
        return this == H2 || this == POSTGRESQL;
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
