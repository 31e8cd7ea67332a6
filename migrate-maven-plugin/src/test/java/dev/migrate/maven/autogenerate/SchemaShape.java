package dev.migrate.maven.autogenerate;

import dev.migrate.model.EntityModel.KeyName;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A schema as lines of text, without comments, and without the names that nobody gave: whoever creates it makes them up. */
final class SchemaShape {

    private final Set<String> given = new HashSet<>();

    SchemaShape(Collection<KeyName> names) {
        names.stream().filter(KeyName::given).forEach(key -> given.add(plain(key.name())));
    }

    List<String> of(SchemaModel schema) {
        List<String> lines = new ArrayList<>();
        for (Table table : schema.tables()) {
            lines.add("table " + table.name() + " " + table.options());
            table.columns()
                    .forEach(column -> lines.add("  " + table.name() + ": " + column.withComment(Optional.empty())));
            lines.addAll(table.constraints().stream()
                    .map(constraint -> "  " + table.name() + ": " + named(constraint))
                    .sorted()
                    .toList());
            lines.addAll(table.indexes().stream()
                    .map(index -> "  " + table.name() + ": " + named(index))
                    .sorted()
                    .toList());
        }
        schema.sequences().forEach(sequence -> lines.add(sequence.toString()));
        schema.enumTypes().forEach(type -> lines.add(type.toString()));
        return lines.stream().map(SchemaShape::brief).toList();
    }

    private Constraint named(Constraint constraint) {
        return given.contains(plain(constraint.name())) ? constraint : constraint.withName("?");
    }

    private Index named(Index index) {
        return given.contains(plain(index.name())) ? index : index.withName("?");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The numbers of a column are the same to people, be they its identity's or of a sequence that it owns. */
    private static String brief(String line) {
        return line.replaceAll("\\w+=(?:Optional(?:Int)?\\.empty|false|\\[])(?:, )?", "")
                .replace(", ]", "]")
                .replaceFirst(
                        ", numbering=Optional\\[Numbering\\[sequence=Optional\\[\\w+], start=1, increment=1]]", "");
    }
}
