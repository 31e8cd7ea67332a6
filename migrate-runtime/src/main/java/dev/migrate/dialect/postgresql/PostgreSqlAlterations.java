package dev.migrate.dialect.postgresql;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ExclusionConstraint;
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
        if (change instanceof SetTableComment comment) {
            String text = comment.comment().map(sql::literal).orElse("NULL");
            return Optional.of(
                    Alteration.NONE.then(List.of("COMMENT ON TABLE " + sql.name(comment.table()) + " IS " + text)));
        }
        if (change instanceof SetTableOptions options) {
            return Optional.of(Alteration.changing("options", new StorageParameters(sql).clauses(options)));
        }
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
        return change instanceof DropConstraint drop
                        && before.findTable(drop.table())
                                .filter(drop::isUniqueIndex)
                                .isEmpty()
                ? Optional.of(drop(drop))
                : Optional.empty();
    }

    private Alteration add(AddColumn op) {
        Column column = op.column();
        op.demandedPosition().ifPresent(position -> {
            throw sql.unsupported(
                    "places for new columns but the last",
                    "column " + op.table() + "." + column.name() + " is to stand " + position);
        });
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

    /** Constraints and indexes of the column alone go with it, but for what an exclusion computes of it. */
    private Alteration drop(DropColumn op) {
        List<String> clauses = new ArrayList<>();
        before.findTable(op.table())
                .ifPresent(table -> table.exclusions().stream()
                        .filter(exclusion ->
                                exclusion.columns().isEmpty() && exclusion.isAboutAlone(op.column(), table))
                        .forEach(exclusion -> clauses.add("DROP CONSTRAINT " + sql.name(exclusion.name()))));
        clauses.add("DROP COLUMN " + sql.name(op.column()));
        return Alteration.dropping(column(op.column()), clauses);
    }

    private Alteration add(AddConstraint op) {
        String what = "constraint " + op.constraint().name();
        return Alteration.making(what, List.of("ADD " + sql.definition(op.table(), op.constraint())))
                .using(
                        op.constraint() instanceof CheckConstraint || op.constraint() instanceof ExclusionConstraint
                                ? List.of(Alteration.ANYTHING)
                                : op.constraint().mentionedColumns().stream()
                                        .map(PostgreSqlAlterations::column)
                                        .toList());
    }

    private Alteration drop(DropConstraint op) {
        String name = before.findTable(op.table())
                .map(table -> table.constraint(op.constraint(), op.kind()).name())
                .orElse(op.constraint());
        return Alteration.dropping("constraint " + name, List.of("DROP CONSTRAINT " + sql.name(name)));
    }

    private Alteration alter(AlterColumn op) {
        Column was = before.table(op.table()).column(op.column());
        Column is = op.changed(was);
        List<String> clauses = new ArrayList<>();
        List<String> first = new ArrayList<>();
        PostgreSqlColumnClauses column = new PostgreSqlColumnClauses(sql);
        first.addAll(column.before(op, was));
        column.of(op, was).forEach(change -> clauses.add("ALTER COLUMN " + sql.name(op.column()) + " " + change));
        if (op.type().isPresent()) {
            if (was.type() instanceof ColumnType.EnumOf) {
                first.add(enumChecks.dropping(op.table(), op.column()));
            }
            sql.enumCheck(op.table(), is).ifPresent(check -> clauses.add("ADD " + sql.definition(op.table(), check)));
        }
        List<String> uses = new ArrayList<>();
        if (op.generated() instanceof Change.Set) {
            uses.addAll(List.of(Alteration.ANYTHING, Alteration.COMPUTED));
        } else if (op.using().isPresent()) {
            uses.add(Alteration.ANYTHING);
        }
        List<String> after = new ArrayList<>(column.after(op, was));
        after.addAll(comments(op, is));
        return Alteration.changing(column(op.column()), clauses)
                .using(uses)
                .first(first)
                .then(after);
    }

    private List<String> comments(AlterColumn op, Column is) {
        return op.comment() instanceof Change.Keep
                ? List.of()
                : List.of(
                        comment(op, op.column(), is.comment().map(sql::literal).orElse("NULL")));
    }

    private String comment(TableOperation op, String column, String text) {
        return "COMMENT ON COLUMN " + sql.name(op.table()) + "." + sql.name(column) + " IS " + text;
    }

    private static String column(String name) {
        return "column " + name;
    }
}
