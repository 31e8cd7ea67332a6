package dev.migrate.dialect;

import dev.migrate.introspect.CatalogReader;
import dev.migrate.operation.Operation;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One database at one version: the only code that knows it. Immutable; holds no connection.
 */
public interface Dialect {

    /**
     * Which database it is.
     *
     * @return {@code mysql}, {@code mariadb}, {@code h2}, …
     */
    String name();

    /**
     * The server's version.
     *
     * @return as the server says it, such as {@code 11.4.5}
     */
    ServerVersion version();

    /**
     * The database and its version, for a message.
     *
     * @return for example {@code MariaDB 11.4.5}
     */
    String describe();

    /**
     * Whether a foreign key may refer to columns that are not unique.
     *
     * @return true, where an index that begins with them is enough
     */
    default boolean refersToAnyIndex() {
        return false;
    }

    /**
     * What makes this server doubtful: a version newer or older than those that were tested, a mode that is not
     * supported.
     *
     * @return warnings to print once a run; mostly empty
     */
    List<Problem> warnings();

    /**
     * Whether a statement that changes definitions commits by itself, together with all before it.
     *
     * @return true on MySQL, MariaDB and H2
     */
    boolean ddlCommits();

    /**
     * Whether a change of definitions that was cut off, be it by a crash of the server, is there as a whole or not at all.
     * Where that is not certain, what the catalogue tells of a table need not be all that was done to it.
     *
     * @return false on MySQL before 8.0 and MariaDB before 10.6.1
     */
    default boolean atomicDdl() {
        return true;
    }

    /**
     * Whether any change within a table may need all that there is to know about it, because the database cannot make
     * every change in place.
     *
     * @return true on SQLite
     */
    default boolean changesNeedTheWholeTable() {
        return false;
    }

    /**
     * The longest name of a table, column, index or constraint.
     *
     * @return how long, and in what
     */
    NameLimit identifierLimit();

    /**
     * Whether a column can be put first or behind another one.
     *
     * @return false, where a new column is always the last
     */
    default boolean placesColumns() {
        return false;
    }

    /**
     * The SQL of an operation. Code and questions have none of their own: for {@code RunCode} the answer is empty, for
     * {@code VerifyAnswer} it is the query.
     *
     * @param operation the operation
     * @param before the schema it starts from; the tables it touches are known there, if they exist
     * @return the statements, in order
     * @throws dev.migrate.problem.MigrateException {@code unsupported}, when the database cannot do it;
     *     {@code unknown-object}, when {@code before} lacks what is needed
     */
    List<SqlStatement> render(Operation operation, SchemaModel before);

    /**
     * What operations say that this database has no place for, and can do without: they run, and the person is told.
     *
     * @param operations all operations of a run
     * @return a warning to print once; mostly empty
     */
    default Optional<Problem> leftOut(List<Operation> operations) {
        return Optional.empty();
    }

    /**
     * Whether values of one type become values of another, as long as each of them can be written as one.
     *
     * @param from the type that a column has
     * @param to the type that it is to have
     * @return false, when a column with values cannot be given that type
     */
    default boolean converts(ColumnType from, ColumnType to) {
        return true;
    }

    /**
     * Whether a column keeps its type as long as a view shows it.
     *
     * @return true on PostgreSQL
     */
    default boolean viewsHoldColumns() {
        return false;
    }

    /**
     * Whether a column can begin or cease to number its rows only while no foreign key stands on it.
     *
     * @return true on MySQL, which counts {@code AUTO_INCREMENT} to a column's type there
     */
    default boolean keysHoldIdentity() {
        return false;
    }

    /**
     * What an operation makes of the schema in this database, where that is more than the operation says. The next
     * operation is rendered for it.
     *
     * @param operation the operation
     * @param before the schema it starts from
     * @return the schema after it
     */
    default SchemaModel after(Operation operation, SchemaModel before) {
        return operation.applyTo(before);
    }

    /**
     * The operations of a step as this database takes them: what it would refuse within the transaction of those that
     * follow is told to leave it.
     *
     * @param operations the operations, in order
     * @return as many operations that do the same, in the same order
     */
    default List<Operation> arranged(List<Operation> operations) {
        return operations;
    }

    /**
     * A table's name as it stands in SQL.
     *
     * @param table the name
     * @return the name, quoted where it must be, with its schema where it has one
     */
    String sqlName(TableName table);

    /**
     * A name as it stands in SQL.
     *
     * @param identifier a column, index, constraint or schema
     * @return the name, quoted where it must be
     */
    String sqlName(String identifier);

    /**
     * A type as it stands in SQL.
     *
     * @param type the type
     * @return as this database spells it
     * @throws dev.migrate.problem.MigrateException {@code unsupported}, when the database has no such type
     */
    String sqlType(ColumnType type);

    /**
     * A value as the driver takes it in {@code setObject}.
     *
     * @param value a string, number, boolean, {@code java.time} value, UUID or {@code Bytes}; null is SQL's null
     * @return the value to bind
     */
    @Nullable
    Object bindable(@Nullable Object value);

    /**
     * A value as it stands in SQL, where nothing can be bound: it means the same whatever a session is set to.
     *
     * @param value what {@link #bindable} takes or gives
     * @return a literal or an expression of constants
     */
    default String literal(@Nullable Object value) {
        return new Literals().of(value);
    }

    /**
     * How SQL is written for this database as its session was set when this was made.
     *
     * @return where strings, comments and statements end
     */
    ScriptSyntax scriptSyntax();

    /**
     * The language of the database's own client.
     *
     * @return how scripts are written for it
     */
    ScriptLanguage scriptLanguage();

    /**
     * The dialect for what a session is set to by now, after SQL or code of a migration's own ran in it.
     *
     * @param connection the session
     * @return this, unless what was set changes how SQL is rendered
     * @throws SQLException when the database refuses
     */
    default Dialect inSession(Connection connection) throws SQLException {
        return this;
    }

    /**
     * Gives a value to a prepared statement.
     *
     * @param statement the statement
     * @param at the question mark, from 1
     * @param value as {@link #bindable} returns it
     * @throws SQLException when the driver refuses
     */
    default void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        statement.setObject(at, value);
    }

    /**
     * What takes away the rest of an earlier attempt at an operation that failed or was cut off, where the server leaves
     * one that stands in the way of the next attempt.
     *
     * @param connection an open connection
     * @param operation an operation that runs outside transactions and is about to be tried, or has just failed
     * @return statements to run first, outside a transaction; mostly none
     * @throws SQLException when the database refuses
     */
    default List<SqlStatement> leftBehind(Connection connection, Operation operation) throws SQLException {
        return List.of();
    }

    /**
     * The form in which two models of this database can be compared: what the server keeps in another way than it was
     * said (types it has no word for, spellings of defaults and conditions, names of primary keys on MySQL) is said in
     * one way. Applying it twice changes nothing.
     *
     * <p>Conditions and other SQL text are compared by their words, without parentheses, case and quotes: equal texts
     * are not proven to mean the same, and a server that rewrites an expression further is not followed. Nothing is ever
     * rendered from this form.
     *
     * @param model what was read from a server, or what operations make of it
     * @return the model in that form
     */
    default SchemaModel normalized(SchemaModel model) {
        return normalForm().of(model);
    }

    /**
     * What makes that form.
     *
     * @return the form of this database at its version, for this session
     */
    NormalForm normalForm();

    /**
     * Whether names are given once in a schema, and not once in a table.
     *
     * @param kind what is named; empty for indexes
     * @return true, when no two tables of a schema may have such things of one name
     */
    boolean namesOnce(Optional<Constraint.Kind> kind);

    /**
     * A name in SQL with quotes about it, also where it needs none: for those who would put them about it themselves, and
     * would not fold it first.
     *
     * @param identifier a name as migrations write it
     * @return the quoted name
     */
    String quotedName(String identifier);

    /**
     * What migrations call a thing that the database holds under a name in exactly these letters.
     *
     * @param stored the name as the catalogue holds it
     * @return the word for it, which {@link #sqlName(String)} writes so that it is found
     */
    default String exactName(String stored) {
        return stored;
    }

    /**
     * The database as persistence providers know it.
     *
     * @return its name there, and how names are understood
     */
    ProviderView forProviders();

    /**
     * Makes a place in which statements can be tried without a trace.
     *
     * @param source opens the sessions that it needs
     * @param names what schemas are called in it
     * @param schemas schemas that are there besides the one in which names without a schema are looked up
     * @return an empty scratch
     * @throws SQLException when the database refuses, mostly for want of a privilege
     */
    Scratch scratch(ScratchSource source, ScratchNames names, Collection<String> schemas) throws SQLException;

    /**
     * The schema of a scratch in which names without one are looked up, before there is one.
     *
     * @param names what schemas are called in it
     * @return its {@link Scratch#home}
     */
    default String scratchHome(ScratchNames names) {
        return names.home();
    }

    /**
     * Makes a database of its own, in which migrations run as in the real one.
     *
     * @param sessions opens sessions for the account that may make it
     * @param url the JDBC URL of the real database
     * @param names what it is called
     * @return an empty database
     * @throws SQLException when the database refuses, mostly for want of a privilege
     */
    ScratchDatabase scratchDatabase(ScratchDatabase.Sessions sessions, String url, ScratchNames names)
            throws SQLException;

    /**
     * What a person would state of a schema that was read: without what the reader notes for itself, and what belongs to
     * the rows and not to the schema.
     *
     * @param read what was read from a server
     * @return the same, as a model
     */
    default SchemaModel stated(SchemaModel read) {
        return read;
    }

    /**
     * The reader of this database's catalogue.
     *
     * @return a reader without state
     */
    CatalogReader catalog();

    /**
     * The lock that keeps two runs apart.
     *
     * @return a lock without state
     */
    MigrationLock lock();

    /**
     * The statements that create own tables: their types differ between databases.
     *
     * @return names of types
     */
    OwnTypes ownTypes();

    /**
     * The schema in which unqualified names are looked up.
     *
     * @param connection an open connection
     * @return its name as the server stores it; on MySQL and MariaDB the database; empty when none is chosen
     * @throws SQLException when the database refuses
     */
    Optional<String> currentSchema(Connection connection) throws SQLException;

    /**
     * The schema in which unqualified names are looked up, in the words of migrations.
     *
     * @param connection an open connection
     * @return its name as migrations write it; empty when none is chosen
     * @throws SQLException when the database refuses
     */
    default Optional<String> homeSchema(Connection connection) throws SQLException {
        return currentSchema(connection);
    }

    /**
     * Makes a schema the one in which unqualified names are looked up.
     *
     * @param connection an open connection
     * @param schema its name, as {@link #currentSchema} gives it or as SQL would write it without quotes
     * @throws SQLException when the database refuses, or has no such schema
     */
    void useSchema(Connection connection, String schema) throws SQLException;

    /**
     * What identifies the server's process and this session, for the journal.
     *
     * @param connection an open connection
     * @return the identity
     * @throws SQLException when the database refuses
     */
    SessionIdentity identity(Connection connection) throws SQLException;

    /**
     * What brings a new session into the state from which every step starts.
     *
     * @return statements to run once after connecting
     */
    List<String> sessionBaseline();

    /**
     * What gives a session back as it was found, where the baseline differs from that.
     *
     * @return statements to run outside a transaction before the session is given back; mostly empty
     */
    default List<String> sessionEnd() {
        return List.of();
    }

    /**
     * Takes back the transaction of a connection.
     *
     * @param connection the connection
     * @return whether all of it is taken back; rows stay in tables without transactions
     * @throws SQLException when it cannot be taken back
     */
    default boolean rollback(Connection connection) throws SQLException {
        connection.rollback();
        return true;
    }

    /**
     * Whether rows may stay where they were written although their transaction is taken back or cut off.
     *
     * @param connection an open connection
     * @param tables the tables into which is written; empty where nobody looked, so that it may be any of the schema
     * @return true, when one of them is a table without transactions
     * @throws SQLException when the database refuses
     */
    default boolean mayKeepRows(Connection connection, Set<TableName> tables) throws SQLException {
        return false;
    }

    /**
     * The rows that refer to nothing, where the baseline has the database not watch over that.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @return a line for each, in a fixed order; empty where the database watches while migrations run
     * @throws SQLException when the database refuses
     */
    default List<String> brokenReferences(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * What the database offers to work that walks through all rows of a table.
     *
     * @return answers without state
     */
    default LongWork longWork() {
        return LongWork.PLAIN;
    }

    /**
     * What kind of refusal an exception is.
     *
     * @param exception what the driver threw
     * @return {@code statement-failed}, unless the server's code says more, such as {@code missing-privilege}
     */
    ProblemCode classify(SQLException exception);

    /**
     * What a person can do about a refusal, where the server's own words do not tell.
     *
     * @param exception what the driver threw
     * @return a sentence; mostly empty
     */
    default Optional<String> advice(SQLException exception) {
        return Optional.empty();
    }

    /**
     * Types for own tables.
     *
     * @param id text of at most 64 ASCII characters, compared with case
     * @param shortText text of at most 255 characters
     * @param longText text of any length
     * @param moment day and time in UTC, to the microsecond
     * @param now an expression of the present moment in UTC
     * @param tableOptions what follows the closing parenthesis of {@code CREATE TABLE}; may be empty
     * @param namesKeys whether keys need names, since those that the database makes up are in the way of others
     */
    record OwnTypes(
            String id,
            String shortText,
            String longText,
            String moment,
            String now,
            String tableOptions,
            boolean namesKeys) {}

    /**
     * A session of a server.
     *
     * @param session the connection's id, unique while the server runs
     * @param server the server's own id and start, as far as it tells
     */
    record SessionIdentity(String session, String server) {}
}
