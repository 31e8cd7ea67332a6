package dev.migrate.scratch;

import static java.util.stream.Collectors.groupingBy;

import dev.migrate.model.EntityModel.KeyKind;
import dev.migrate.model.EntityModel.KeyName;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExactName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.ObjectName.Kind;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the names that somebody gave from those that were made up, and gives the others those of the convention. */
final class GivenNames {

    private final Map<TableName, List<KeyName>> names;
    private final NameLimit limit;
    private final Set<String> taken = new HashSet<>();
    private final Map<ObjectName, String> unnamed = new LinkedHashMap<>();

    GivenNames(Collection<KeyName> names, NameLimit limit) {
        this.names = names.stream().collect(groupingBy(KeyName::table));
        this.limit = limit;
        names.stream().filter(KeyName::given).forEach(name -> taken.add(name.name()));
    }

    SchemaModel of(SchemaModel model) {
        return model.changeAll(this::named);
    }

    /** What has a name now that nobody gave it, with the name that it had. */
    Map<ObjectName, String> unnamed() {
        return unnamed;
    }

    private Table named(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (isGiven(table, constraint.name())) {
                constraints.add(constraint);
                continue;
            }
            String name = free(convention(table, constraint));
            constraints.add(constraint.withName(name));
            unnamed.put(
                    ObjectName.of(Kind.CONSTRAINT, table.name(), name),
                    madeUp(table, kind(constraint), constraint.columns()).orElse(constraint.name()));
        }
        Table named = table.withConstraints(constraints);
        for (Index index : table.indexes()) {
            boolean plain = index.parts().stream().noneMatch(Index.Part::expression);
            if (plain && !isGiven(table, index.name())) {
                List<String> columns =
                        index.parts().stream().map(Index.Part::term).toList();
                String name = free(NamingConvention.index(table.name(), columns));
                named = named.withIndexRenamed(index.name(), name);
                unnamed.put(
                        ObjectName.of(Kind.INDEX, table.name(), name),
                        madeUp(table, Optional.of(index.unique() ? KeyKind.UNIQUE : KeyKind.INDEX), columns)
                                .orElse(index.name()));
            }
        }
        return named;
    }

    /** Hibernate puts quotes about some names only when it writes them: by the letters a name is known in any case. */
    private boolean isGiven(Table table, String name) {
        return of(table).stream()
                .filter(KeyName::given)
                .anyMatch(key -> ExactName.plain(key.name()).equalsIgnoreCase(ExactName.plain(name)));
    }

    private List<KeyName> of(Table table) {
        return names.getOrDefault(table.name(), List.of());
    }

    private static Optional<KeyKind> kind(Constraint constraint) {
        return switch (constraint.kind()) {
            case UNIQUE -> Optional.of(KeyKind.UNIQUE);
            case FOREIGN_KEY -> Optional.of(KeyKind.FOREIGN_KEY);
            case PRIMARY_KEY, CHECK, EXCLUSION -> Optional.empty();
        };
    }

    private Optional<String> madeUp(Table table, Optional<KeyKind> kind, List<String> columns) {
        return of(table).stream()
                .filter(key -> kind.equals(Optional.of(key.kind()))
                        && !key.given()
                        && key.columns().equals(columns))
                .map(KeyName::name)
                .findFirst();
    }

    /** Two things of one name would be in each other's way. */
    private String free(String wanted) {
        String name = limit.fit(wanted);
        for (int i = 2; !taken.add(name); i++) {
            name = limit.fit(wanted + "_" + i);
        }
        return name;
    }

    private static String convention(Table table, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return NamingConvention.primaryKey(table.name());
        }
        if (constraint instanceof ForeignKey key) {
            return NamingConvention.foreignKey(table.name(), key.columns(), key.references());
        }
        if (constraint instanceof CheckConstraint check) {
            List<String> columns = table.columns().stream()
                    .map(Column::name)
                    .filter(column -> check.names(column, table))
                    .toList();
            return NamingConvention.check(table.name(), columns.isEmpty() ? "rule" : String.join("_", columns));
        }
        return switch (constraint.kind()) {
            case EXCLUSION -> NamingConvention.exclusion(table.name(), constraint.columns());
            default -> NamingConvention.unique(table.name(), constraint.columns());
        };
    }
}
