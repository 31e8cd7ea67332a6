package dev.migrate.diff;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What no foreign key may stand on for a while: columns with another type, and keys that go or are made anew. */
final class Touched {

    private final DatabaseRules rules;
    private final Map<TableName, Twins> present;
    private final Set<ObjectName> columns = new HashSet<>();
    private final Set<ObjectName> keys = new HashSet<>();

    /**
     * @param present all tables of the database, by their names in the form that can be compared
     */
    Touched(DatabaseRules rules, Map<TableName, Twins> present) {
        this.rules = rules;
        this.present = present;
    }

    void column(TableName table, String column) {
        columns.add(known(table, column));
    }

    void key(Key key) {
        keys.add(
                ObjectName.of(ObjectName.Kind.CONSTRAINT, rules.name(key.table().name()), key.known()));
    }

    private ObjectName known(TableName table, String column) {
        return ObjectName.of(ObjectName.Kind.COLUMN, rules.name(table), rules.name(column));
    }

    /** Whether a foreign key stands on any of it. */
    boolean hinders(TableName table, ForeignKey key) {
        if (columns.isEmpty() && keys.isEmpty()) {
            return false;
        }
        TableName references = rules.name(key.references());
        return key.columns().stream().anyMatch(each -> columns.contains(known(table, each)))
                || key.referencedColumns().stream().anyMatch(each -> columns.contains(known(references, each)))
                || Optional.ofNullable(present.get(references)).stream()
                        .anyMatch(target -> losesKey(target.twin(), names(key.referencedColumns())));
    }

    private boolean losesKey(Table target, List<String> referenced) {
        return target.constraints().stream()
                        .filter(each -> Set.copyOf(each.columns()).equals(Set.copyOf(referenced)))
                        .map(Constraint::name)
                        .anyMatch(each -> isTouched(target, each))
                || target.indexes().stream()
                        .filter(each -> each.columns().size() >= referenced.size()
                                && Set.copyOf(each.columns().subList(0, referenced.size()))
                                        .equals(Set.copyOf(referenced)))
                        .anyMatch(each -> isTouched(target, each.name()));
    }

    private boolean isTouched(Table target, String key) {
        return keys.contains(ObjectName.of(ObjectName.Kind.CONSTRAINT, target.name(), key));
    }

    private List<String> names(List<String> said) {
        return said.stream().map(rules::name).toList();
    }
}
