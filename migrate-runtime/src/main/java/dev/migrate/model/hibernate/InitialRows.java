package dev.migrate.model.hibernate;

import dev.migrate.model.InitialRow;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Table;

/** The rows that Hibernate writes into tables when it creates them: those from which it takes numbers. */
final class InitialRows {

    private static final String VALUE = "(?:'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?)";

    private static final Pattern INSERT = Pattern.compile(
            "insert\\s+into\\s+[^(]+?\\s*(?:\\((?<columns>[^)]*)\\)\\s*)?values\\s*\\(\\s*(?<values>" + VALUE
                    + "(?:\\s*,\\s*" + VALUE + ")*)\\s*\\)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE_VALUE = Pattern.compile(VALUE);

    private final SqlStringGenerationContext context;
    private final WrittenNames names;
    private final List<String> statements = new ArrayList<>();
    private final List<InitialRow> rows = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    InitialRows(BuiltMetadata built, WrittenNames names) {
        this.context = built.context();
        this.names = names;
    }

    void read(Table table, TableName name) {
        for (InitCommand command : table.getInitCommands(context)) {
            for (String statement : command.getInitCommands()) {
                statements.add(statement.strip());
                row(table, name, statement)
                        .ifPresentOrElse(
                                rows::add,
                                () -> warnings.add(Problem.of(
                                                ProblemCode.MODEL_FAILED,
                                                "what Hibernate runs after it creates the table is not understood: "
                                                        + statement)
                                        .at("table " + name)
                                        .next("add it to the migration by hand: op.execute(…)")));
            }
        }
    }

    private Optional<InitialRow> row(Table table, TableName name, String statement) {
        Matcher insert = INSERT.matcher(statement.strip());
        if (!insert.matches()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        if (insert.group("columns") == null) {
            table.getColumns().forEach(column -> columns.add(names.column(column)));
        } else {
            for (String column : insert.group("columns").split(",", -1)) {
                columns.add(names.key(column.strip()));
            }
        }
        List<Object> values = new ArrayList<>();
        ONE_VALUE.matcher(insert.group("values")).results().forEach(value -> values.add(value(value.group())));
        return columns.size() == values.size() ? Optional.of(new InitialRow(name, columns, values)) : Optional.empty();
    }

    private static Object value(String sql) {
        if (sql.startsWith("'")) {
            return sql.substring(1, sql.length() - 1).replace("''", "'");
        }
        return sql.contains(".") ? new BigDecimal(sql) : Long.valueOf(sql);
    }

    /** The statements that are no part of the create script proper. */
    List<String> statements() {
        return statements;
    }

    List<InitialRow> rows() {
        return rows;
    }

    List<Problem> warnings() {
        return warnings;
    }
}
