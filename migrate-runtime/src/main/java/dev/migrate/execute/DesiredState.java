package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.model.InitialRow;
import dev.migrate.model.OpenModel;
import dev.migrate.operation.InsertRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.scratch.DesiredModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What a database should be. It is found out for the database that is held against it. */
@FunctionalInterface
public interface DesiredState {

    /**
     * Finds it out.
     *
     * @param database gives sessions on the database; one more beside the one that looks
     * @param dialect the database
     * @param looking the session that looks, in the schema that migrations work in
     * @return what is desired; names of that schema are without one
     * @throws SQLException when the database refuses
     */
    DesiredModel of(DataSource database, Dialect dialect, Connection looking) throws SQLException;

    /**
     * Finds it out where no database is looked at.
     *
     * @param dialect the database that is meant
     * @param home the schema in which names without one would be looked up, where that is known
     * @return what is desired
     * @throws MigrateException {@code unsupported}, when only a database can tell
     */
    default DesiredModel offline(Dialect dialect, Optional<String> home) {
        throw new MigrateException(Problem.of(
                        ProblemCode.UNSUPPORTED,
                        "what should be can only be found out on a database, and none is connected to")
                .at("migrate.model")
                .next("compare with a database: leave out migrate.against"));
    }

    /**
     * What a project's entities want. Their schema is made in a scratch and read back, so that the database says in its own
     * words what it makes of them; without a database it is as their provider knows it.
     *
     * @param entities the entities
     * @param others opens a database in memory where that is the scratch
     * @return what is desired
     */
    static DesiredState ofEntities(OpenModel entities, OtherDatabases others) {
        return new DesiredEntities(entities, others);
    }

    /**
     * What a file of SQL makes of an empty schema. It is run in a scratch and read back.
     *
     * @param name its name, for messages
     * @param file the file, in UTF-8
     * @param others opens a database in memory where that is the scratch
     * @return what is desired
     */
    static DesiredState ofScript(String name, Path file, OtherDatabases others) {
        return new DesiredScript(name, file, others);
    }

    /**
     * What another database of the same kind is.
     *
     * @param name its URL, as it may be shown
     * @param url its URL
     * @param others opens a session on it
     * @param config how long tables are waited for there that others have locked
     * @return what is desired
     */
    static DesiredState ofDatabase(String name, String url, OtherDatabases others, MigratorConfig config) {
        return new DesiredDatabase(name, url, others, config);
    }

    /**
     * The same in the words of a comparison.
     *
     * @param desired what is desired, rows included
     * @return the same
     */
    static DesiredSchema schema(DesiredModel desired) {
        return new DesiredSchema(
                desired.schema(),
                desired.unnamed(),
                desired.rows().stream().map(DesiredState::insert).toList());
    }

    private static InsertRows insert(InitialRow row) {
        return new InsertRows(row.table(), row.columns(), List.of(List.copyOf(row.values())));
    }
}
