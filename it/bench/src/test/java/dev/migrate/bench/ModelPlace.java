package dev.migrate.bench;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A place in which entity models are compared by several tools.
 *
 * @param name what it is called in files
 * @param place makes its databases
 * @param settings what a Hibernate that is not connected has to be told of it
 */
record ModelPlace(String name, Place place, Map<String, String> settings) {

    static ModelPlace of(Place place) throws SQLException, IOException {
        try (Database database = place.source().create();
                Connection connection = database.dataSource().getConnection()) {
            Dialect dialect = Dialects.of(connection);
            String name = dialect.name();
            return new ModelPlace(
                    name,
                    place,
                    Map.of(
                            "hibernate.dialect",
                            "org.hibernate.dialect." + place.name().split("\\W", 2)[0] + "Dialect",
                            "hibernate.boot.allow_jdbc_metadata_access",
                            "false",
                            "jakarta.persistence.database-product-name",
                            dialect.forProviders().product(),
                            "jakarta.persistence.database-major-version",
                            String.valueOf(dialect.version().major()),
                            "jakarta.persistence.database-minor-version",
                            String.valueOf(dialect.version().minor())));
        }
    }
}
