package dev.migrate.simulate;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a downgrade left otherwise than it was before the upgrade. */
public final class Restored {

    private Restored() {}

    /**
     * The differences between two schemas.
     *
     * @param before how it was
     * @param after how it is
     * @param unknown the tables that are not compared, since nothing is known of them in one of the two
     * @return a line for each difference, in a fixed order; empty when all that is known is as it was
     */
    public static List<String> differences(SchemaModel before, SchemaModel after, Predicate<TableName> unknown) {
        List<String> lines = new ArrayList<>();
        TreeSet<TableName> names = new TreeSet<>();
        Stream.of(before, after).flatMap(model -> model.tables().stream()).forEach(table -> names.add(table.name()));
        for (TableName name : names) {
            if (unknown.test(name)) {
                continue;
            }
            Optional<Table> was = before.findTable(name);
            Optional<Table> is = after.findTable(name);
            if (was.isEmpty() || is.isEmpty()) {
                lines.add("table " + name + (was.isEmpty() ? " is still there" : " is missing"));
            } else if (!was.get().equals(is.get())) {
                differences(was.get(), is.get(), lines);
            }
        }
        if (before.incompleteBecause().isEmpty() && after.incompleteBecause().isEmpty()) {
            compare(objects(before), objects(after), "", SchemaObject::toString, lines);
        }
        return lines;
    }

    private static SortedMap<String, SchemaObject> objects(SchemaModel model) {
        SortedMap<String, SchemaObject> objects = new TreeMap<>();
        model.sequences().forEach(sequence -> objects.put("sequence " + sequence.name(), sequence));
        model.enumTypes().forEach(type -> objects.put("type " + type.name(), type));
        model.views().forEach(view -> objects.put("view " + view.name(), view));
        model.namespaces().forEach(schema -> objects.put("schema " + schema.name(), schema));
        return objects;
    }

    private static void differences(Table was, Table is, List<String> lines) {
        String of = " of table " + was.name();
        int before = lines.size();
        compare(
                byName(was.columns(), "column ", Column::name),
                byName(is.columns(), "column ", Column::name),
                of,
                Words::of,
                lines);
        compare(
                byName(was.constraints(), "constraint ", Constraint::name),
                byName(is.constraints(), "constraint ", Constraint::name),
                of,
                Constraint::toString,
                lines);
        compare(
                byName(was.indexes(), "index ", Index::name),
                byName(is.indexes(), "index ", Index::name),
                of,
                Index::toString,
                lines);
        if (!was.comment().equals(is.comment())) {
            lines.add("the comment" + of + " is " + shown(is.comment()) + ", and was " + shown(was.comment()));
        }
        if (!was.options().equals(is.options())) {
            lines.add("the options" + of + " are " + is.options() + ", and were " + was.options());
        }
        if (lines.size() == before) {
            lines.add("table " + was.name() + " is " + is + ", and was " + was);
        }
    }

    private static <T> SortedMap<String, T> byName(List<T> parts, String kind, Function<T, String> name) {
        return parts.stream()
                .collect(Collectors.toMap(
                        part -> kind + name.apply(part), part -> part, (one, other) -> one, TreeMap::new));
    }

    private static <T> void compare(
            SortedMap<String, T> was,
            SortedMap<String, T> is,
            String of,
            Function<T, String> words,
            List<String> lines) {
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String name : names) {
            T before = was.get(name);
            T after = is.get(name);
            if (before == null) {
                lines.add(name + of + " is still there");
            } else if (after == null) {
                lines.add(name + of + " is missing");
            } else if (!Objects.equals(before, after)) {
                lines.add(name + of + " is " + words.apply(after) + ", and was " + words.apply(before));
            }
        }
    }

    private static String shown(Optional<String> comment) {
        return comment.map(text -> "'" + text + "'").orElse("none");
    }
}
