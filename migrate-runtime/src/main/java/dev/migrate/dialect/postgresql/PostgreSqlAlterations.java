package dev.migrate.dialect.postgresql;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The clauses of {@code ALTER TABLE} for one change. */
final class PostgreSqlAlterations {

    private final PostgreSqlDefinitions sql;
    private final EnumChecks enumChecks;
    private final SchemaModel before;

    PostgreSqlAlterations(PostgreSqlDefinitions sql, EnumChecks enumChecks, SchemaModel before) {
        this.sql = sql;
        this.enumChecks = enumChecks;
        this.before = before;
    }

    /** The clauses of a change; empty when it is a statement of its own, as renaming and indexes are. */
    Optional<Alteration> of(TableOperation change) {
        if (change instanceof AddColumn add) {
            return Optional.of(add(add));
        }
        if (change instanceof DropColumn drop) {
            return Optional.of(drop(drop));
        }
        if (change instanceof AlterColumn alter) {
            return Optional.of(alter(alter));
        }
        if (change instanceof AddConstraint add) {
            return Optional.of(add(add));
        }
        return change instanceof DropConstraint drop && !isIndex(drop) ? Optional.of(drop(drop)) : Optional.empty();
    }

    private Alteration add(AddColumn op) {
        Column column = op.column();
        List<String> clauses = new ArrayList<>();
        SerialColumn serial = new SerialColumn(sql, op.table(), column);
        clauses.add("ADD COLUMN " + serial.definition());
        sql.enumCheck(op.table(), column).ifPresent(check -> clauses.add("ADD " + sql.definition(op.table(), check)));
        boolean expression = column.generated().isPresent()
                || column.defaultValue()
                        .filter(DefaultValue.Expression.class::isInstance)
                        .isPresent();
        return Alteration.making(column(column.name()), clauses)
                .using(expression ? List.of(Alteration.ANYTHING) : List.of())
                .first(serial.before())
                .then(Stream.concat(
                                serial.after().stream(),
                                column
                                        .comment()
                                        .map(comment -> comment(op, column.name(), sql.literal(comment)))
                                        .stream())
                        .toList());
    }

    /** Constraints and indexes of the column alone go with it. */
    private Alteration drop(DropColumn op) {
        return Alteration.dropping(column(op.column()), "DROP COLUMN " + sql.name(op.column()));
    }

    private Alteration add(AddConstraint op) {
        String what = "constraint " + op.constraint().name();
        return Alteration.making(what, List.of("ADD " + sql.definition(op.table(), op.constraint())))
                .using(
                        op.constraint() instanceof CheckConstraint
                                ? List.of(Alteration.ANYTHING)
                                : op.constraint().columns().stream()
                                        .map(PostgreSqlAlterations::column)
                                        .toList());
    }

    private Alteration drop(DropConstraint op) {
        return Alteration.dropping("constraint " + op.constraint(), "DROP CONSTRAINT " + sql.name(op.constraint()));
    }

    /** A unique index that goes by this name is meant as well: on MySQL the two are one thing. */
    private boolean isIndex(DropConstraint op) {
        return before.findTable(op.table()).stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(index -> index.unique() && index.name().equals(op.constraint()));
    }

    private Alteration alter(AlterColumn op) {
        Column was = before.table(op.table()).column(op.column());
        Column is = op.changed(was);
        List<String> clauses = new ArrayList<>();
        List<String> first = new ArrayList<>();
        Optional<String> using = op.type().flatMap(type -> using(op, was, is));
        boolean newDefault = !(op.defaultValue() instanceof Change.Keep) || using.isPresent();
        boolean hadDefault = was.defaultValue().isPresent();
        if (op.type().isPresent()) {
            if (was.type() instanceof ColumnType.EnumOf) {
                first.add(enumChecks.dropping(op.table(), op.column()));
            }
            if (newDefault && hadDefault) { // the old one may not be a value of the new type
                clauses.add(clause(op, "DROP DEFAULT"));
            }
            clauses.add(clause(
                    op,
                    "SET DATA TYPE " + sql.type(is.type())
                            + using.map(expression -> " USING " + expression).orElse("")));
            sql.enumCheck(op.table(), is).ifPresent(check -> clauses.add("ADD " + sql.definition(op.table(), check)));
        }
        op.nullable().ifPresent(nullable -> clauses.add(clause(op, nullable ? "DROP NOT NULL" : "SET NOT NULL")));
        if (newDefault && is.defaultValue().isPresent()) {
            clauses.add(clause(
                    op, "SET DEFAULT " + sql.defaultValue(is.defaultValue().get(), is.type())));
        } else if (newDefault && hadDefault && op.type().isEmpty()) {
            clauses.add(clause(op, "DROP DEFAULT"));
        }
        return Alteration.changing(column(op.column()), clauses)
                .using(op.using().isPresent() ? List.of(Alteration.ANYTHING) : List.of())
                .first(first)
                .then(comments(op, is));
    }

    private Optional<String> using(AlterColumn op, Column was, Column is) {
        return op.using().isPresent() || was.generated().isPresent()
                ? op.using()
                : Conversion.of(sql.name(op.column()), was.type(), is.type(), sql.type(is.type()));
    }

    private List<String> comments(AlterColumn op, Column is) {
        return op.comment() instanceof Change.Keep
                ? List.of()
                : List.of(
                        comment(op, op.column(), is.comment().map(sql::literal).orElse("NULL")));
    }

    private String clause(AlterColumn op, String change) {
        return "ALTER COLUMN " + sql.name(op.column()) + " " + change;
    }

    private String comment(TableOperation op, String column, String text) {
        return "COMMENT ON COLUMN " + sql.name(op.table()) + "." + sql.name(column) + " IS " + text;
    }

    private static String column(String name) {
        return "column " + name;
    }
}
