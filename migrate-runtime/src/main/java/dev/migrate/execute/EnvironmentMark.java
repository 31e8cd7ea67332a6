package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.Dialect;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What a database is, as it says itself, or what a run takes it for.
 *
 * @param environment the name of the environment, such as {@code prod}; empty when nobody said
 * @param production whether it is in production
 */
public record EnvironmentMark(String environment, boolean production) {

    /** Nothing was said. */
    public static final EnvironmentMark NONE = new EnvironmentMark("", false);

    public EnvironmentMark {
        requireNonNull(environment, "environment");
    }

    /**
     * In words.
     *
     * @return {@code "prod", production}; {@code not marked} when nothing was said
     */
    public String words() {
        if (equals(NONE)) {
            return "not marked";
        }
        String name = environment.isEmpty() ? "of no name" : "\"" + environment + "\"";
        return production ? name + ", production" : name;
    }

    /** What to say to a run that takes the database for something else. A database without a mark takes every run. */
    Optional<Problem> refusalOf(EnvironmentMark run) {
        if (equals(NONE) || equals(run)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.ENVIRONMENT_MISMATCH,
                        "the database is " + words() + "; the run is meant for " + run.meant()
                                + ". Nothing was written.")
                .at("migrate_info")
                .next("if this database is the one you mean: "
                        + (environment.isEmpty()
                                ? ""
                                : "-P" + environment + ", where that profile sets " + properties() + ", or ")
                        + flags()
                        + "\nelse correct the url, or the profile that it comes from"));
    }

    /** What a run is for that says this. */
    String meant() {
        if (equals(NONE)) {
            return "no environment";
        }
        return production ? words() : words() + ", not production";
    }

    private String properties() {
        return production ? "migrate.environment and migrate.production" : "migrate.environment";
    }

    /** What a command line says to mean it. */
    String flags() {
        String name = environment.isEmpty() ? "" : "-Dmigrate.environment=" + environment;
        return production ? (name + " -Dmigrate.production").strip() : name;
    }

    /**
     * A schema beside the one that a run works in, which holds a database that says of itself that it is in production.
     *
     * @param schemas the schemas to look at
     * @return the first; what the account may not read is nothing that it could harm
     */
    static Optional<String> productionAmong(List<Namespace> schemas, Dialect dialect, Connection connection)
            throws SQLException {
        List<TableName> names = schemas.stream()
                .map(schema -> new TableName(Optional.of(schema.name().name()), InfoTable.NAME))
                .toList();
        for (Table info : dialect.catalog().tables(connection, names)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT content FROM " + dialect.sqlName(info.name())
                            + " WHERE name = '" + InfoTable.PRODUCTION + "'")) {
                if (row.next() && Boolean.parseBoolean(row.getString(1))) {
                    return info.name().schema();
                }
            } catch (SQLException e) {
                if (dialect.classify(e) != ProblemCode.MISSING_PRIVILEGE) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }
}
