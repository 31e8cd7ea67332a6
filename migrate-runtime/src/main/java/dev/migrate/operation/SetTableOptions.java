package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Changes options of a table and keeps the others. Columns whose character set is the table's follow it.
 *
 * @param table the table
 * @param changes what happens to each option that is named, sorted by names in lower case; at least one
 */
public record SetTableOptions(TableName table, Map<String, Change<String>> changes) implements TableOperation {

    /** The option that holds a table's character set. */
    public static final String CHARSET = "charset";

    /** The option that holds a table's collation. */
    public static final String COLLATION = "collation";

    public SetTableOptions {
        requireNonNull(table, "table");
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    @Override
    public String describe() {
        return "set options of table " + table + ": " + String.join(", ", changes.keySet());
    }

    /** The options as they are afterwards. Of character set and collation, a new one alone takes the place of both. */
    private Map<String, String> changed(Map<String, String> before) {
        Map<String, String> after = new TreeMap<>(before);
        if (changes.containsKey(CHARSET) || changes.containsKey(COLLATION)) {
            after.remove(CHARSET);
            after.remove(COLLATION);
        }
        changes.forEach((name, change) -> change.applyTo(Optional.ofNullable(before.get(name)))
                .ifPresentOrElse(value -> after.put(name, value), () -> after.remove(name)));
        return after;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> t.withOptions(changed(t.options())));
    }

    /**
     * The options as they were. What a column had of its own, and is the table's for now, is read back as nothing of its
     * own: it is said again first, so that the column does not follow the table.
     */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table).map(t -> {
            List<TableOperation> changes = new ArrayList<>();
            if (changes().containsKey(CHARSET) || changes().containsKey(COLLATION)) {
                t.columns().stream().flatMap(this::ownText).forEach(changes::add);
            }
            TableOperation back = new SetTableOptions(table, back(t));
            changes.add(back);
            return changes.size() == 1 ? back : new AlterTable(table, changes);
        });
    }

    private Stream<TableOperation> ownText(Column column) {
        return column.charset().isEmpty() && column.collation().isEmpty()
                ? Stream.empty()
                : Stream.of(AlterColumn.of(table, column.name())
                        .charset(Change.to(column.charset()))
                        .collation(Change.to(column.collation()))
                        .operation());
    }

    private Map<String, Change<String>> back(Table before) {
        Map<String, String> was = before.options();
        Map<String, String> is = changed(was);
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        names.removeIf(name -> Objects.equals(was.get(name), is.get(name)));
        names.addAll(changes.keySet());
        Map<String, Change<String>> back = new TreeMap<>();
        names.forEach(name -> back.put(name, Change.to(Optional.ofNullable(was.get(name)))));
        return back;
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.table(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.setTableOptions(this);
    }
}
