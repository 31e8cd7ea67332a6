package dev.migrate.dialect.mysql;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clauses of {@code ALTER TABLE} for one change. */
final class MySqlAlterations implements TableOperation.Visitor<Alteration> {

    private final MySqlDefinitions sql;
    private final MySqlFeatures features;
    private final SchemaModel before;

    MySqlAlterations(MySqlDefinitions sql, MySqlFeatures features, SchemaModel before) {
        this.sql = sql;
        this.features = features;
        this.before = before;
    }

    // The table as a whole.

    @Override
    public Alteration setTableComment(SetTableComment op) {
        return Alteration.changing(
                "comment", "COMMENT = " + sql.literal(op.comment().orElse("")));
    }

    /** Columns that have no character set of their own are told in the same statement to take the new one. */
    @Override
    public Alteration setTableOptions(SetTableOptions op) {
        sql.refuseUnknownOptions(op.table(), op.changes().keySet());
        List<String> clauses = new ArrayList<>();
        op.changes().forEach((name, change) -> {
            if (change instanceof Change.Set<String> set) {
                clauses.add(TableOptions.sql(name, set.value()));
            } else if (!isOfText(name)) {
                clauses.add(TableOptions.reset(name));
            }
        });
        if (op.changes().keySet().stream().noneMatch(MySqlAlterations::isOfText)) {
            return Alteration.changing("options", clauses);
        }
        boolean said = op.changes().entrySet().stream()
                .anyMatch(change -> isOfText(change.getKey()) && change.getValue() instanceof Change.Set);
        if (!said) {
            clauses.add(TableOptions.sql(SetTableOptions.COLLATION, sql.usualCollation(op.table())));
        }
        Alteration alteration = Alteration.changing("options", clauses);
        Table table = before.table(op.table());
        for (Column column : table.columns()) {
            if (Charsets.followsTheTable(column)) {
                MangledText.refuse(column, "column " + op.table() + "." + column.name());
                alteration = alteration.and(modified(table, column, true, Optional.empty()));
            }
        }
        return alteration;
    }

    private static boolean isOfText(String option) {
        return option.equals(SetTableOptions.CHARSET) || option.equals(SetTableOptions.COLLATION);
    }

    // Columns.

    @Override
    public Alteration addColumn(AddColumn op) {
        Column column = op.column();
        return defined(
                column,
                Alteration.making(
                                column(column.name()), "ADD COLUMN " + sql.definition(column) + position(op.position()))
                        .using(neighbour(op.position())));
    }

    private String position(Optional<ColumnPosition> position) {
        return position.map(place -> place.after()
                        .map(column -> " AFTER " + sql.name(column))
                        .orElse(" FIRST"))
                .orElse("");
    }

    private static List<String> neighbour(Optional<ColumnPosition> position) {
        return position.flatMap(ColumnPosition::after).map(MySqlAlterations::column).stream()
                .toList();
    }

    Alteration defined(Column column, Alteration alteration) {
        return sql.getsUnwantedDefault(column) ? alteration.thenDroppingDefaultOf(column.name()) : alteration;
    }

    /** Keys go with their last column, but a foreign key keeps its column, and so do checks and expressions. */
    @Override
    public Alteration dropColumn(DropColumn op) {
        List<String> clauses = new ArrayList<>();
        before.findTable(op.table()).ifPresent(table -> {
            Table after = op.applyTo(before).table(op.table());
            table.foreignKeys().stream()
                    .filter(key -> !after.foreignKeys().contains(key))
                    .forEach(key -> clauses.add(dropping(Constraint.Kind.FOREIGN_KEY, key.name())));
            table.checks().stream()
                    .filter(check -> features.checks() && !after.checks().contains(check))
                    .filter(check -> !(features.mariaDb() && check.name().equals(op.column()))) // the column's own
                    .forEach(check -> clauses.add(dropping(Constraint.Kind.CHECK, check.name())));
            table.indexes().stream()
                    .filter(index -> !after.indexes().contains(index))
                    .filter(index -> index.parts().stream().anyMatch(Index.Part::expression))
                    .forEach(index -> clauses.add("DROP INDEX " + sql.name(index.name())));
        });
        clauses.add("DROP COLUMN " + sql.name(op.column()));
        return Alteration.taking(column(op.column()), clauses).using(neededBy(op));
    }

    /** MySQL 5.7 refuses to drop a computed column and one that it is computed from at once. */
    private List<String> neededBy(DropColumn op) {
        boolean computed = before.findTable(op.table())
                .filter(table -> table.column(op.column()).generated().isPresent())
                .isPresent();
        return computed && !features.renamesColumns() && !features.mariaDb()
                ? before.table(op.table()).columns().stream()
                        .map(column -> column(column.name()))
                        .toList()
                : List.of();
    }

    @Override
    public Alteration renameColumn(RenameColumn op) {
        return renames().column(op);
    }

    /** {@code MODIFY} forgets what it is not told, so that it is told everything. */
    @Override
    public Alteration alterColumn(AlterColumn op) {
        op.using().ifPresent(using -> {
            throw sql.unsupported(
                    "conversions by USING", "column " + op.table() + "." + op.column() + " is converted by " + using);
        });
        Table table = before.table(op.table());
        Column was = table.column(op.column());
        Column is = op.changed(was);
        if (onlyTheDefaultChanges(op) && !isComputed(was.defaultValue())) {
            Optional<String> change = changeOfDefault(is);
            if (change.isPresent()) {
                return Alteration.changing(
                        column(op.column()), "ALTER COLUMN " + sql.name(op.column()) + " " + change.get());
            }
        }
        refuseAnotherKind(op, was, is);
        MangledText.refuse(kept(op, was), "column " + op.table() + "." + op.column());
        return modified(table, is, true, op.position());
    }

    /** What the server reported of the column, and is told again. */
    private static Column kept(AlterColumn op, Column was) {
        Column kept = op.type().map(was::withType).orElse(was);
        kept = op.defaultValue() instanceof Change.Keep ? kept : kept.withDefault(Optional.empty());
        return op.generated() instanceof Change.Keep ? kept : kept.withGenerated(Optional.empty());
    }

    /** No server of this family makes a column virtual that is there, or another of a virtual one. */
    private void refuseAnotherKind(AlterColumn op, Column was, Column is) {
        if (isVirtual(was) != isVirtual(is)) {
            throw sql.unsupported(
                    "way to change whether a column is virtual",
                    "column " + op.table() + "." + op.column() + " is to become " + (isVirtual(is) ? "so" : "another"),
                    "drop the column and add it again, in one op.alterTable");
        }
    }

    private static boolean isVirtual(Column column) {
        return column.generated().filter(generated -> !generated.stored()).isPresent();
    }

    private Alteration modified(Table table, Column column, boolean keepsOwnCheck, Optional<ColumnPosition> position) {
        String ownCheck = keepsOwnCheck ? sql.ownCheck(table, column.name()) : "";
        return defined(
                column,
                Alteration.changing(
                                column(column.name()),
                                "MODIFY COLUMN " + sql.definition(column) + ownCheck + position(position))
                        .using(neighbour(position)));
    }

    private static boolean onlyTheDefaultChanges(AlterColumn op) {
        return op.changesOnly(AlterColumn.of(op.table(), op.column()).defaultValue(op.defaultValue()));
    }

    /** MariaDB's DROP DEFAULT leaves such a default where it is, and says nothing. */
    private static boolean isComputed(Optional<DefaultValue> value) {
        return value.filter(v -> v instanceof DefaultValue.Now || v instanceof DefaultValue.Expression)
                .isPresent();
    }

    /** Changes the catalogue only. Empty, where the short form means something else or older servers do not have it. */
    private Optional<String> changeOfDefault(Column column) {
        ColumnType type = column.type();
        if (type instanceof ColumnType.Text
                || type instanceof ColumnType.Blob
                || type instanceof ColumnType.Json
                || type instanceof ColumnType.Raw
                || sql.getsUnwantedDefault(column)) {
            return Optional.empty();
        }
        if (column.defaultValue().isEmpty()) {
            // DROP DEFAULT would leave a nullable column without even the null that stands for no default.
            return Optional.of(column.nullable() ? "SET DEFAULT NULL" : "DROP DEFAULT");
        }
        return column.defaultValue()
                .filter(value -> !isComputed(Optional.of(value)))
                .map(value -> "SET DEFAULT " + sql.defaultValue(value, type));
    }

    // Indexes.

    @Override
    public Alteration createIndex(CreateIndex op) {
        return Alteration.making(index(op.index().name()), "ADD " + sql.index(op.table(), op.index()))
                .using(op.index().parts().stream()
                        .map(part -> column(part.term()))
                        .toList());
    }

    @Override
    public Alteration dropIndex(DropIndex op) {
        return Alteration.taking(index(op.index()), List.of("DROP INDEX " + sql.name(op.index())));
    }

    @Override
    public Alteration renameIndex(RenameIndex op) {
        return renames().index(op.table(), op.index(), op.newName());
    }

    // Constraints.

    @Override
    public Alteration addConstraint(AddConstraint op) {
        Constraint constraint = op.constraint();
        String clause = "ADD " + sql.definition(op.table(), constraint);
        return indexBehind(constraint)
                .map(index -> Alteration.making(index, clause))
                .orElseGet(() -> Alteration.changing(constraint(constraint), clause))
                .using(constraint.mentionedColumns().stream()
                        .map(MySqlAlterations::column)
                        .toList());
    }

    private static Optional<String> indexBehind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return Optional.of("primary key");
        }
        return constraint instanceof ForeignKey || constraint instanceof CheckConstraint
                ? Optional.empty()
                : Optional.of(index(constraint.name()));
    }

    @Override
    public Alteration dropConstraint(DropConstraint op) {
        Optional<Table> known = before.findTable(op.table());
        if (known.isEmpty() && op.kind().isPresent()) {
            return droppedUnseen(op, op.kind().get());
        }
        Table table = before.table(op.table());
        if (table.indexes().stream().anyMatch(index -> index.name().equals(op.constraint()))
                && op.kind().orElse(Constraint.Kind.UNIQUE) == Constraint.Kind.UNIQUE) {
            return dropIndex(new DropIndex(op.table(), op.constraint(), false)); // the two are one thing here
        }
        Constraint constraint = table.constraint(op.constraint(), op.kind());
        if (constraint instanceof ForeignKey key) {
            return dropped(table, key);
        }
        if (constraint instanceof CheckConstraint check) {
            return OwnChecks.of(table, check.name()).equals(Optional.of(check))
                    ? modified(table, table.column(check.name()), false, Optional.empty())
                    : Alteration.changing(constraint(check), dropping(Constraint.Kind.CHECK, check.name()));
        }
        return Alteration.taking(
                indexBehind(constraint).orElseThrow(), List.of(dropping(constraint.kind(), constraint.name())));
    }

    /** The index behind a foreign key stays: whether there is one, nobody knows. */
    private Alteration droppedUnseen(DropConstraint op, Constraint.Kind kind) {
        return Alteration.changing("constraint " + op.constraint(), dropping(kind, op.constraint()));
    }

    private String dropping(Constraint.Kind kind, String constraint) {
        String name = sql.name(constraint);
        return switch (kind) {
            case PRIMARY_KEY -> "DROP PRIMARY KEY";
            case UNIQUE -> "DROP INDEX " + name;
            case FOREIGN_KEY -> "DROP FOREIGN KEY " + name;
            case CHECK, EXCLUSION -> (features.mariaDb() ? "DROP CONSTRAINT " : "DROP CHECK ") + name;
        };
    }

    @Override
    public Alteration renameConstraint(RenameConstraint op) {
        return renames().constraint(op);
    }

    private Renames renames() {
        return new Renames(this, sql, features, before);
    }

    /** There is nothing to do: every constraint was held against all rows when it was added. */
    @Override
    public Alteration validateConstraint(ValidateConstraint op) {
        return Alteration.NONE;
    }

    /** With the index that stands there for it alone. */
    private Alteration dropped(Table table, ForeignKey key) {
        String name = sql.name(key.name());
        Alteration alone = Alteration.changing(constraint(key), dropping(Constraint.Kind.FOREIGN_KEY, key.name()));
        if (KeyIndexes.shared(table, key)) {
            return alone;
        }
        if (features.mariaDb()) {
            return alone.and(Alteration.taking(index(key.name()), List.of("DROP INDEX IF EXISTS " + name)));
        }
        // MySQL has no word for "if there is one": where that is not certain, it is left behind.
        return KeyIndexes.leans(table, key)
                ? alone
                : alone.and(Alteration.taking(index(key.name()), List.of("DROP INDEX " + name)));
    }

    private static String constraint(Constraint constraint) {
        return "constraint " + constraint.name();
    }

    static String column(String name) {
        return Alteration.COLUMN + name;
    }

    static String index(String name) {
        return "index " + name;
    }

    // What is not a change within a table.

    @Override
    public Alteration createTable(CreateTable op) {
        throw notAChangeWithinATable(op);
    }

    @Override
    public Alteration dropTable(DropTable op) {
        throw notAChangeWithinATable(op);
    }

    @Override
    public Alteration renameTable(RenameTable op) {
        throw notAChangeWithinATable(op);
    }

    @Override
    public Alteration alterTable(AlterTable op) {
        throw notAChangeWithinATable(op);
    }

    private static IllegalArgumentException notAChangeWithinATable(TableOperation op) {
        return new IllegalArgumentException("\"" + op.describe() + "\" is no clause of ALTER TABLE");
    }
}
