package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Decide;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The database as a decision sees it: catalogue and queries. */
final class CatalogView implements Decide.View {

    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:[\\s(]|--[^\\n]*\\n|/\\*(?!M?!).*?\\*/)*+(\\w*).*", Pattern.DOTALL);

    private static final Set<String> LOOKING =
            Set.of("SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN", "DESCRIBE", "DESC", "PRAGMA");

    private final Dialect dialect;
    private final Connection connection;

    CatalogView(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    @Override
    public SchemaModel schema() {
        try {
            SchemaModel all = dialect.catalog().schema(connection, Optional.empty());
            return SchemaModel.of(all.tables().stream()
                            .filter(table -> !OwnTables.isOwn(table.name()))
                            .toList())
                    .withSequences(all.sequences())
                    .withEnumTypes(all.enumTypes())
                    .withViews(all.views());
        } catch (SQLException e) {
            throw failed("the catalogue cannot be read", e);
        }
    }

    @Override
    public Optional<Table> table(TableName name) {
        try {
            return dialect.catalog().tables(connection, List.of(name)).stream().findFirst();
        } catch (SQLException e) {
            throw failed("the catalogue cannot be read", e);
        }
    }

    @Override
    public Decide.Rows query(String sql, List<@Nullable Object> arguments) {
        refuseWriting(sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                dialect.bind(statement, i + 1, dialect.bindable(arguments.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw failed("the question \"" + sql.strip() + "\" failed", e);
        }
    }

    /** A look at what it begins with: what hides behind that, such as a function that writes, nobody can see. */
    private static void refuseWriting(String sql) {
        Matcher matcher = FIRST_WORD.matcher(sql);
        String word = matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
        if (!LOOKING.contains(word)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "a decision only looks at the database, and this is no question: " + sql.strip())
                    .next("record it with o.execute, or let op.run do it"));
        }
    }

    private static Decide.Rows read(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        List<List<@Nullable Object>> all = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= names.size(); i++) {
                Object value = Answers.plain(rows.getObject(i));
                values.add(value instanceof byte[] bytes ? new Bytes(bytes) : value);
            }
            all.add(values);
        }
        return new Decide.Rows(names, all);
    }

    @Override
    public String typeName(ColumnType type) {
        return dialect.sqlType(type);
    }

    @Override
    public String version() {
        return dialect.version().toString();
    }

    private static MigrateException failed(String what, SQLException e) {
        return new MigrateException(
                Problem.of(ProblemCode.STATEMENT_FAILED, what + ": " + e.getMessage())
                        .next("correct the question, or what stands in its way"),
                e);
    }
}
