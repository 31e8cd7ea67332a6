package dev.migrate.simulate;

import dev.migrate.Database;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds in every schema of a database, beyond what a single table can tell: foreign keys have something to refer to,
 * constraints and indexes are about columns that exist, names that share a space are taken once.
 */
final class SchemaRules {

    /** Where indexes of all tables share one space of names. On MySQL and MariaDB each table has its own. */
    private static final Set<Database> INDEXES_OF_A_SCHEMA =
            EnumSet.of(Database.POSTGRESQL, Database.H2, Database.SQLITE);

    /** Where a key may refer to a column of another type, and is simply slower. */
    private static final Set<Database> ANY_TYPES = EnumSet.of(Database.SQLITE, Database.H2);

    private final Database database;
    private final boolean anyIndex;
    private final Map<TableName, TableName> owners = new HashMap<>();
    private SchemaModel seen = SchemaModel.empty();

    /**
     * @param anyIndex whether a foreign key may refer to columns that are not unique, if an index begins with them
     */
    SchemaRules(Database database, boolean anyIndex) {
        this.database = database;
        this.anyIndex = anyIndex;
    }

    /**
     * What an operation broke.
     *
     * @param before the schema it started from
     * @param after the schema it made; what is unknown of it breaks nothing
     * @return what is broken now and was not before, in a fixed order
     */
    List<Problem> broken(SchemaModel before, SchemaModel after) {
        Difference difference = Difference.between(before, after);
        if (difference.isEmpty()) {
            return List.of();
        }
        Set<TableName> affected = difference.affected(after);
        Map<String, Problem> broken = broken(after, affected);
        broken.keySet().removeAll(broken(before, affected).keySet());
        List<Problem> all = new ArrayList<>(broken.values());
        if (INDEXES_OF_A_SCHEMA.contains(database)) {
            all.addAll(takenTwice(before, after, difference));
        }
        return all;
    }

    private Map<String, Problem> broken(SchemaModel model, Set<TableName> tables) {
        Map<String, Problem> broken = new LinkedHashMap<>();
        for (TableName name : tables) {
            model.findTable(name).ifPresent(table -> {
                columns(table, broken);
                table.foreignKeys().forEach(key -> reference(model, table, key, broken));
            });
        }
        return broken;
    }

    private static void columns(Table table, Map<String, Problem> broken) {
        for (Constraint constraint : table.constraints()) {
            if (!(constraint instanceof PrimaryKey
                    || constraint instanceof UniqueConstraint
                    || constraint instanceof ForeignKey)) {
                continue; // the columns of a condition are only guessed
            }
            for (String column : constraint.mentionedColumns()) {
                if (table.findColumn(column).isEmpty()) {
                    broken.put(
                            "column of " + table.name() + "/" + constraint.name() + "/" + column,
                            missing("constraint " + constraint.name(), table, column));
                }
            }
        }
        for (Index index : table.indexes()) {
            for (String column : index.columns()) {
                if (table.findColumn(column).isEmpty()) {
                    broken.put(
                            "column of " + table.name() + "/" + index.name() + "/" + column,
                            missing("index " + index.name(), table, column));
                }
            }
        }
    }

    private static Problem missing(String what, Table table, String column) {
        return Problem.of(
                        ProblemCode.UNKNOWN_OBJECT,
                        what + " is about column " + column + ", which table " + table.name()
                                + " does not have; it has "
                                + String.join(
                                        ", ",
                                        table.columns().stream()
                                                .map(Column::name)
                                                .toList()))
                .next("correct the name, or the order of the operations");
    }

    private void reference(SchemaModel model, Table table, ForeignKey key, Map<String, Problem> broken) {
        String place = "reference of " + table.name() + "/" + key.name();
        if (model.unknownBecause(key.references()).isPresent()) {
            return;
        }
        Optional<Table> target = model.findTable(key.references()).or(() -> atHome(model, key.references()));
        if (target.isEmpty()) {
            broken.put(
                    place,
                    Problem.of(
                                    ProblemCode.UNKNOWN_OBJECT,
                                    "foreign key " + key.name() + " of table " + table.name() + " refers to table "
                                            + key.references() + ", which is not there")
                            .next(
                                    "create the table before the key, drop the key before the table, or correct the name"));
            return;
        }
        for (String column : key.referencedColumns()) {
            if (target.get().findColumn(column).isEmpty()) {
                broken.put(
                        place,
                        Problem.of(
                                        ProblemCode.UNKNOWN_OBJECT,
                                        "foreign key " + key.name() + " of table " + table.name() + " refers to column "
                                                + key.references() + "." + column + ", which is not there")
                                .next("correct the name, or drop the key before the column"));
                return;
            }
        }
        if (!isUnique(target.get(), key.referencedColumns())
                && !(anyIndex && beginsAnIndex(target.get(), key.referencedColumns()))) {
            broken.put(
                    place,
                    Problem.of(
                                    ProblemCode.BAD_OPERATION,
                                    "foreign key " + key.name() + " of table " + table.name() + " refers to "
                                            + key.references() + " (" + String.join(", ", key.referencedColumns())
                                            + "), which is neither its primary key nor unique"
                                            + (anyIndex ? ", and begins no index" : ""))
                            .next("refer to the primary key, or make the columns unique first"));
            return;
        }
        types(table, key, target.get(), place, broken);
    }

    /** A schema in which nothing is made is the one in which names without a schema are looked up: nobody says which. */
    private static Optional<Table> atHome(SchemaModel model, TableName name) {
        return name.schema().isEmpty()
                        || model.tables().stream()
                                .anyMatch(table -> table.name().schema().equals(name.schema()))
                ? Optional.empty()
                : model.findTable(new TableName(Optional.empty(), name.name()));
    }

    private static boolean isUnique(Table target, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return Stream.of(
                        target.primaryKey().stream().map(PrimaryKey::columns),
                        target.uniques().stream().map(UniqueConstraint::columns),
                        target.indexes().stream()
                                .filter(index -> index.unique() && index.where().isEmpty())
                                .map(Index::columns))
                .flatMap(keys -> keys)
                .anyMatch(key -> key.size() == columns.size() && wanted.containsAll(key));
    }

    /** In their order, and whole. */
    private static boolean beginsAnIndex(Table target, List<String> columns) {
        return Stream.of(
                        target.primaryKey().stream().map(PrimaryKey::columns),
                        target.uniques().stream().map(UniqueConstraint::columns),
                        target.indexes().stream()
                                .filter(index -> index.parts().stream()
                                        .noneMatch(part -> part.expression()
                                                || part.prefix().isPresent()))
                                .map(Index::columns))
                .flatMap(keys -> keys)
                .anyMatch(key -> key.size() >= columns.size()
                        && key.subList(0, columns.size()).equals(columns));
    }

    private void types(Table table, ForeignKey key, Table target, String place, Map<String, Problem> broken) {
        if (ANY_TYPES.contains(database)
                || key.columns().size() != key.referencedColumns().size()) {
            return;
        }
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<ColumnType> own = table.findColumn(key.columns().get(i)).map(Column::type);
            ColumnType other = target.column(key.referencedColumns().get(i)).type();
            if (own.isPresent() && !fit(own.get(), other)) {
                broken.put(
                        place,
                        Problem.of(
                                        ProblemCode.BAD_OPERATION,
                                        "foreign key " + key.name() + " of table " + table.name() + ": column "
                                                + key.columns().get(i) + " is " + Words.of(own.get()) + ", and "
                                                + key.references() + "."
                                                + key.referencedColumns().get(i) + " is "
                                                + Words.of(other))
                                .next("give both columns one type"));
            }
        }
    }

    /** MySQL wants integers of the same size; PostgreSQL compares all numbers with each other, and no number with text. */
    private boolean fit(ColumnType own, ColumnType other) {
        if (own instanceof ColumnType.Raw || other instanceof ColumnType.Raw) {
            return true;
        }
        if (own instanceof ColumnType.IntegerType && other instanceof ColumnType.IntegerType) {
            return database == Database.POSTGRESQL || own.equals(other);
        }
        String family = family(own);
        return family.equals(family(other));
    }

    private static String family(ColumnType type) {
        if (type instanceof ColumnType.IntegerType
                || type instanceof ColumnType.Decimal
                || type instanceof ColumnType.Floating) {
            return "number";
        }
        if (type instanceof ColumnType.VarChar || type instanceof ColumnType.Char || type instanceof ColumnType.Text) {
            return "text";
        }
        return type.getClass().getSimpleName();
    }

    /** What takes a name in the schema: indexes, and the constraints behind which there is one. */
    private static Stream<String> names(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(Constraint::name),
                        table.uniques().stream().map(Constraint::name),
                        table.exclusions().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty());
    }

    @SuppressWarnings("ReferenceEquality") // the same model, not one like it: where lines join, another one comes next
    private List<Problem> takenTwice(SchemaModel before, SchemaModel after, Difference difference) {
        if (seen != before) {
            owners.clear();
            before.tables()
                    .forEach(table -> names(table).forEach(name -> owners.put(space(table, name), table.name())));
        }
        seen = after;
        for (TableName gone : difference.all()) {
            before.findTable(gone)
                    .ifPresent(table -> names(table).forEach(name -> owners.remove(space(table, name), gone)));
        }
        List<Problem> taken = new ArrayList<>();
        for (TableName added : difference.all()) {
            after.findTable(added)
                    .ifPresent(table -> names(table).forEach(name -> {
                        TableName owner = owners.putIfAbsent(space(table, name), added);
                        if (owner != null && !owner.equals(added) && !hadBefore(before, added, name)) {
                            taken.add(taken(name, owner, added));
                        }
                    }));
        }
        return taken;
    }

    private static boolean hadBefore(SchemaModel before, TableName table, String name) {
        return before.findTable(table).stream().flatMap(SchemaRules::names).anyMatch(name::equals);
    }

    private static TableName space(Table table, String name) {
        return table.name().sibling(name);
    }

    private static Problem taken(String name, TableName owner, TableName table) {
        return Problem.of(
                        ProblemCode.OBJECT_EXISTS,
                        "tables " + owner + " and " + table + " both have an index or key named " + name
                                + "; here such names are of the whole schema")
                .next("name one of them otherwise");
    }
}
