package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.model.InitialRow;
import dev.migrate.model.OpenModel;
import dev.migrate.operation.InsertRows;
import dev.migrate.scratch.DesiredModel;
import dev.migrate.scratch.DesiredStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
     * What a project's entities want. Their schema is made in a scratch and read back, so that the database says in its own
     * words what it makes of them.
     *
     * @param entities the entities
     * @param others opens a database in memory where that is the scratch
     * @return what is desired
     */
    static DesiredState ofEntities(OpenModel entities, OtherDatabases others) {
        return (database, dialect, looking) -> new DesiredStates(
                        dialect, dialect.homeSchema(looking), scratches(database, others))
                .ofEntities(entities);
    }

    private static ScratchSource scratches(DataSource database, OtherDatabases others) {
        return new ScratchSource() {
            @Override
            public Connection connect() throws SQLException {
                return database.getConnection();
            }

            @Override
            public Connection connect(String url) throws SQLException {
                return others.connect(url);
            }
        };
    }

    /** The same in the words of a comparison. */
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
