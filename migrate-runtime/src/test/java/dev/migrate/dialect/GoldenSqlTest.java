package dev.migrate.dialect;

import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.testing.Golden;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenSqlTest {

    @ParameterizedTest
    @CsvSource({"h2, 2.4.240", "mysql, 5.7.44", "mysql, 8.4.0", "mariadb, 11.4.0", "postgresql, 17.0", "sqlite, 3.45.0"
    })
    void everyOperationIsRenderedAsItAlwaysWas(String name, String version) {
        Dialect dialect = Dialects.offline(name, ServerVersion.parse(version));

        String all = OneOfEach.examples().entrySet().stream()
                .map(example -> "-- " + example.getKey() + "\n" + sql(dialect, example.getValue()) + "\n")
                .collect(Collectors.joining("\n"));

        Golden.of(GoldenSqlTest.class, name + "-" + version + ".sql").matches(all);
    }

    private static String sql(Dialect dialect, Operation operation) {
        try {
            return dialect.render(operation, OneOfEach.before(operation)).stream()
                    .map(statement -> statement.sql() + ";"
                            + (statement.arguments().isEmpty() ? "" : " -- " + statement.arguments()))
                    .collect(Collectors.joining("\n"));
        } catch (MigrateException e) {
            return e.getMessage().lines().map(line -> "-- ! " + line).collect(Collectors.joining("\n"));
        }
    }
}
