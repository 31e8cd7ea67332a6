package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constraint or an index that gets another name, and may be changed with it.
 *
 * @param kind {@code index} or {@code constraint}
 * @param name its old name
 * @param table its table
 */
record RenamedKey(String kind, String name, TableName table) {

    private static final String PRIMARY = "primary key";

    private static final Pattern RENAMED =
            Pattern.compile("rename (?:(?<kind>index|constraint) (?<name>\\w+)|primary key) of (?<table>\\w+)");

    /** Those among differences. */
    static List<RenamedKey> of(List<String> differences) {
        return differences.stream()
                .map(RENAMED::matcher)
                .filter(Matcher::matches)
                .map(words -> new RenamedKey(
                        Optional.ofNullable(words.group("kind")).orElse(PRIMARY),
                        Optional.ofNullable(words.group("name")).orElse(""),
                        new TableName(Optional.empty(), words.group("table"))))
                .toList();
    }

    String difference(String what) {
        return difference(what, name);
    }

    private String difference(String what, String called) {
        return what + " " + kind + " " + (called.isEmpty() ? "" : called + " ") + "of " + table;
    }

    /** The one that is there after the renaming and was not before. */
    String newName(SchemaModel before, SchemaModel renamed) {
        Set<String> names = new TreeSet<>(keys(renamed).keySet());
        names.removeAll(keys(before).keySet());
        assertThat(names).hasSize(isPrimary() ? 0 : 1);
        return isPrimary() ? "" : names.iterator().next();
    }

    /**
     * What should be found of it: another name; or, as it is not the same under its new name, that the old one goes and this
     * one comes. A primary key is the table's whatever it is, and a foreign key is known by its columns: they are changed.
     */
    Set<String> became(SchemaModel before, SchemaModel desired, String newName) {
        Object was = keys(before).get(name);
        Object is = keys(desired).get(newName);
        assertThat(was).as(name).isNotNull();
        assertThat(is).as(newName).isNotNull();
        if (!isPrimary()) {
            assertThat(keys(desired)).doesNotContainKey(name);
        }
        if (is.equals(was)) {
            return Set.of(difference("rename"));
        }
        boolean stays = isPrimary()
                || is instanceof ForeignKey now
                        && was instanceof ForeignKey old
                        && now.columns().equals(old.columns());
        return stays ? Set.of(difference("change")) : Set.of(difference("drop"), difference("add", newName));
    }

    private boolean isPrimary() {
        return kind.equals(PRIMARY);
    }

    /** What a table has of this kind, without the names, by them. */
    private Map<String, Object> keys(SchemaModel schema) {
        Table of = schema.table(table);
        Map<String, Object> keys = new LinkedHashMap<>();
        switch (kind) {
            case PRIMARY -> of.primaryKey().ifPresent(key -> keys.put("", key.withName("")));
            case "index" -> of.indexes().forEach(index -> keys.put(index.name(), index.withName("")));
            default -> of.constraints().forEach(constraint -> keys.put(constraint.name(), constraint.withName("")));
        }
        return keys;
    }
}
