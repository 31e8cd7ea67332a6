package dev.migrate.operation;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The columns that have a type with a name. */
public final class EnumColumns {

    private EnumColumns() {}

    /**
     * A column of a type.
     *
     * @param table its table
     * @param column the column
     * @param array whether its values are lists of words
     */
    public record Use(TableName table, Column column, boolean array) {
        @Override
        public String toString() {
            return table + "." + column.name();
        }
    }

    /**
     * The known columns of a type.
     *
     * @param type its name
     * @param schema the model
     * @return by table, each in the order of its columns
     */
    public static List<Use> of(TableName type, SchemaModel schema) {
        List<Use> uses = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                named(type, column).ifPresent(named -> uses.add(new Use(table.name(), column, named.array())));
            }
        }
        return uses;
    }

    private static Optional<ColumnType.Named> named(TableName type, Column column) {
        return column.type() instanceof ColumnType.Named named && named.name().equals(type)
                ? Optional.of(named)
                : Optional.empty();
    }

    static SchemaModel change(TableName type, SchemaModel schema, BiFunction<Column, ColumnType.Named, Column> change) {
        return schema.changeAll(table -> table.withColumns(table.columns().stream()
                .map(column -> named(type, column)
                        .map(named -> change.apply(column, named))
                        .orElse(column))
                .toList()));
    }

    static void requireDefaultsAmong(List<String> values, TableName type, SchemaModel schema) {
        for (Use use : of(type, schema)) {
            if (!use.array
                    && use.column.defaultValue().orElse(null) instanceof DefaultValue.Text text
                    && !values.contains(text.value())) {
                throw new MigrateException(Problem.of(
                                ProblemCode.BAD_OPERATION,
                                "'" + text.value() + "' is the default of " + use + ", and no value of type " + type
                                        + " any more")
                        .next("give the column another default first, with op.alterColumn"));
            }
        }
    }

    static MigrateException noValue(EnumType type, String value) {
        return new MigrateException(Problem.of(
                        ProblemCode.UNKNOWN_OBJECT,
                        "type " + type.name() + " has no value '" + value + "'; it has "
                                + String.join(", ", type.values()))
                .next("correct the value, or the order of the migrations"));
    }
}
