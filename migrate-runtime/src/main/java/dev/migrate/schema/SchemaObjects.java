package dev.migrate.schema;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands beside the tables of a model, by kind and name. */
final class SchemaObjects {

    static final SchemaObjects NONE = new SchemaObjects(new TreeMap<>());

    private record Key(SchemaObject.Kind kind, TableName name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? name.compareTo(other.name) : byKind;
        }
    }

    private final Map<Key, SchemaObject> objects;

    private SchemaObjects(Map<Key, SchemaObject> objects) {
        this.objects = Collections.unmodifiableMap(objects);
    }

    private static Key key(Class<? extends SchemaObject> type, TableName name) {
        return new Key(SchemaObject.Kind.of(type), name);
    }

    /** All of a kind, sorted by name. */
    <T extends SchemaObject> List<T> all(Class<T> type) {
        return objects.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    <T extends SchemaObject> Optional<T> find(Class<T> type, TableName name) {
        return Optional.ofNullable(objects.get(key(type, name))).map(type::cast);
    }

    SchemaObjects with(SchemaObject object) {
        TreeMap<Key, SchemaObject> changed = new TreeMap<>(objects);
        if (changed.put(key(object.getClass(), object.name()), object) != null) {
            throw new MigrateException(Problem.of(
                            ProblemCode.OBJECT_EXISTS,
                            "there is already a "
                                    + SchemaObject.Kind.of(object.getClass()).word() + " " + object.name())
                    .next("correct the name, or drop the present one first"));
        }
        return new SchemaObjects(changed);
    }

    SchemaObjects without(Class<? extends SchemaObject> type, TableName name) {
        TreeMap<Key, SchemaObject> changed = new TreeMap<>(objects);
        if (changed.remove(key(type, name)) == null) {
            throw unknown(type, name);
        }
        return new SchemaObjects(changed);
    }

    <T extends SchemaObject> SchemaObjects replacing(Class<T> type, Collection<? extends T> others) {
        TreeMap<Key, SchemaObject> changed = new TreeMap<>(objects);
        changed.values().removeIf(type::isInstance);
        others.forEach(object -> changed.put(key(type, object.name()), object));
        return new SchemaObjects(changed);
    }

    private MigrateException unknown(Class<? extends SchemaObject> type, TableName name) {
        String names =
                all(type).stream().map(object -> object.name().toString()).collect(Collectors.joining(", "));
        return new MigrateException(Problem.of(
                        ProblemCode.UNKNOWN_OBJECT,
                        "there is no " + SchemaObject.Kind.of(type).word() + " " + name
                                + (names.isEmpty() ? "" : "; there are " + names))
                .next("correct the name, or the order of the migrations"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaObjects that && objects.equals(that.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.values().toString();
    }
}
