package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialect.OwnTypes;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Migrate's own tables in one schema: their names as they stand in SQL, and what creates them. The names always carry the
 * schema, since the user's SQL may change which one is the default.
 *
 * <p>Column names avoid the keywords of all databases, so that they are written bare.
 */
final class OwnTables {

    private static final Set<String> OWN =
            Set.of("migrate_lock", "migrate_info", "migrate_history", "migrate_journal", ScratchNames.MARKER);

    private final Dialect dialect;
    private final Optional<String> schema;
    private final Function<TableName, String> naming;
    private final TableName version;
    private final TableName info;
    private final String versionSql;
    private final String infoSql;
    private final String historySql;
    private final String journalSql;

    OwnTables(Dialect dialect, String schema, String versionTable) {
        this(dialect, Optional.of(schema), dialect::sqlName, versionTable);
    }

    private OwnTables(
            Dialect dialect, Optional<String> schema, Function<TableName, String> naming, String versionTable) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.schema = requireNonNull(schema, "schema");
        this.naming = requireNonNull(naming, "naming");
        version = own(versionTable);
        versionSql = naming.apply(version);
        info = own(InfoTable.NAME);
        infoSql = naming.apply(info);
        historySql = naming.apply(own("migrate_history"));
        journalSql = naming.apply(own("migrate_journal"));
    }

    /** The tables as a script names them, which need not know their schema: it finds that when it runs. */
    static OwnTables inScript(Dialect dialect, String qualifier, String versionTable) {
        return new OwnTables(
                dialect, Optional.empty(), table -> qualifier + dialect.sqlName(table.name()), versionTable);
    }

    private TableName own(String name) {
        return new TableName(schema, name);
    }

    /** The schema; not known to a script. */
    String schema() {
        return schema.orElse("");
    }

    /** Whether a table is migrate's own, by its name; a version table that was given another name is not recognised. */
    static boolean isOwn(TableName table) {
        return OWN.contains(table.name()) || table.name().startsWith(MigratorConfig.DEFAULT_VERSION_TABLE);
    }

    /** The version table's name as it was given: the name of the history in this schema. */
    String versionTable() {
        return version.name();
    }

    /** What tells the present moment, as SQL. */
    String now() {
        return dialect.ownTypes().now();
    }

    String version() {
        return versionSql;
    }

    String info() {
        return infoSql;
    }

    String history() {
        return historySql;
    }

    String journal() {
        return journalSql;
    }

    /** Looks in the catalogue. */
    List<TableName> missing(Connection connection) throws SQLException {
        List<TableName> all = List.copyOf(columns().keySet());
        Set<TableName> present = new HashSet<>();
        for (Table table : dialect.catalog().tables(connection, all)) {
            present.add(table.name());
        }
        return all.stream().filter(table -> !present.contains(table)).toList();
    }

    boolean isVersionTable(TableName table) {
        return table.equals(version);
    }

    boolean isInfoTable(TableName table) {
        return table.equals(info);
    }

    /** The statement that creates a table, and does nothing when it is there. */
    String creating(TableName table) {
        List<String> columns = requireNonNull(columns().get(table), "not one of migrate's own tables");
        return "CREATE TABLE IF NOT EXISTS " + naming.apply(table) + " (\n  " + String.join(",\n  ", columns) + "\n)"
                + suffix(dialect.ownTypes().tableOptions());
    }

    /** The statements that create all of them. */
    List<String> creating() {
        return columns().keySet().stream().map(this::creating).toList();
    }

    /** What an account needs that may not create the tables itself. */
    List<String> grants(String account) {
        return columns().keySet().stream()
                .map(table -> "GRANT SELECT, INSERT, UPDATE, DELETE ON " + naming.apply(table) + " TO " + account)
                .toList();
    }

    private static String suffix(String options) {
        return options.isBlank() ? "" : " " + options.strip();
    }

    private Map<TableName, List<String>> columns() {
        OwnTypes types = dialect.ownTypes();
        String id = types.id();
        String shortText = types.shortText();
        String longText = types.longText();
        String moment = types.moment();
        TableName lock = own("migrate_lock");
        TableName history = own("migrate_history");
        TableName journal = own("migrate_journal");
        Map<TableName, List<String>> tables = new LinkedHashMap<>();
        tables.put(version, List.of("version_num " + id + " NOT NULL " + key(version)));
        tables.put(
                lock,
                List.of("name " + id + " NOT NULL " + key(lock), "token " + id, "beat BIGINT DEFAULT 0 NOT NULL"));
        tables.put(info, List.of("name " + id + " NOT NULL " + key(info), "content " + shortText + " NOT NULL"));
        tables.put(
                history,
                List.of(
                        "step " + id + " NOT NULL " + key(history),
                        "version_table " + shortText + " NOT NULL",
                        "revision " + id + " NOT NULL",
                        "direction " + id + " NOT NULL",
                        "down " + longText + " NOT NULL",
                        "depends_on " + longText + " NOT NULL",
                        "labels " + longText + " NOT NULL",
                        "operations " + longText + " NOT NULL",
                        "source_checksum " + shortText,
                        "ops_hash " + shortText,
                        "status " + id + " NOT NULL",
                        "who " + shortText + " NOT NULL",
                        "host " + shortText + " NOT NULL",
                        "tool " + shortText + " NOT NULL",
                        "environment " + shortText + " NOT NULL",
                        "started " + moment + " NOT NULL",
                        "ended " + moment,
                        "millis BIGINT",
                        "statements INTEGER",
                        "error " + longText));
        tables.put(
                journal,
                List.of(
                        "step " + id + " NOT NULL",
                        "attempt INTEGER NOT NULL",
                        "ordinal INTEGER NOT NULL",
                        "sub INTEGER NOT NULL",
                        "state " + id + " NOT NULL",
                        "sql_text " + longText + " NOT NULL",
                        "sql_hash " + shortText + " NOT NULL",
                        "decisions " + longText + " NOT NULL",
                        "before_digest " + shortText,
                        "after_digest " + shortText,
                        "session_id " + shortText + " NOT NULL",
                        "server_id " + shortText + " NOT NULL",
                        "cursor_key " + longText,
                        "upper_bound " + longText,
                        "started " + moment + " NOT NULL",
                        "ended " + moment,
                        key(journal) + " (step, attempt, ordinal, sub)"));
        return tables;
    }

    private String key(TableName table) {
        return (dialect.ownTypes().namesKeys() ? "CONSTRAINT " + dialect.sqlName("pk_" + table.name()) + " " : "")
                + "PRIMARY KEY";
    }
}
