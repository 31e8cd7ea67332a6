package dev.migrate.diff;

import dev.migrate.diff.SchemaDifference.Kind;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands beside the tables. Views are left alone: no model of entities knows what is in them. */
final class ObjectDiffer {

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ObjectName> leftAlone = new ArrayList<>();

    ObjectDiffer(DatabaseRules rules, DiffPolicy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    List<Finding> findings() {
        return findings;
    }

    List<ObjectName> leftAlone() {
        return leftAlone;
    }

    void compare(SchemaModel actual, SchemaModel actualTwin, SchemaModel desired, SchemaModel desiredTwin) {
        namespaces(actual, desired);
        enumTypes(actual, desired);
        sequences(actual, actualTwin, desired, desiredTwin);
    }

    /** A schema that the model does not know is nobody's business here. */
    private void namespaces(SchemaModel actual, SchemaModel desired) {
        Map<TableName, Namespace> present = byName(actual.namespaces());
        for (Namespace wanted : desired.namespaces()) {
            if (includes(wanted) && !present.containsKey(rules.name(wanted.name()))) {
                add(wanted, new CreateSchema(wanted));
            }
        }
    }

    private void enumTypes(SchemaModel actual, SchemaModel desired) {
        Map<TableName, EnumType> unknown = byName(actual.enumTypes());
        for (EnumType wanted : desired.enumTypes()) {
            Optional<EnumType> present = Optional.ofNullable(unknown.remove(rules.name(wanted.name())));
            if (!includes(wanted)) {
                continue;
            }
            if (present.isEmpty()) {
                add(wanted, new CreateEnum(wanted));
            } else {
                if (!present.get().values().equals(wanted.values())) {
                    values(present.get(), wanted);
                }
                comment(present.get(), wanted);
            }
        }
        unknown.values().forEach(type -> drop(type, new DropEnum(type.name())));
    }

    /** Words that are only added keep what is there in its place; else the type is made anew. */
    private void values(EnumType present, EnumType wanted) {
        List<String> kept = new ArrayList<>(wanted.values());
        kept.retainAll(present.values());
        boolean grows = kept.equals(present.values());
        List<Operation> operations = new ArrayList<>();
        if (grows) {
            for (int i = 0; i < wanted.values().size(); i++) {
                String value = wanted.values().get(i);
                if (!present.values().contains(value)) {
                    operations.add(new AddEnumValue(present.name(), value, place(present, wanted, i), false));
                }
            }
        } else {
            operations.add(new SetEnumValues(present.name(), wanted.values()));
        }
        List<String> gone = new ArrayList<>(present.values());
        gone.removeAll(wanted.values());
        findings.add(new Finding(
                new SchemaDifference(
                        Kind.CHANGE,
                        name(present),
                        "values " + String.join(", ", present.values()) + ", should be "
                                + String.join(", ", wanted.values()),
                        gone.isEmpty()
                                ? Optional.empty()
                                : Optional.of("rows with " + String.join(", ", gone) + " cannot be kept")),
                operations.stream()
                        .map(operation -> new Step(Phase.CREATE_OBJECTS, operation))
                        .toList()));
    }

    /** Behind the word before it, which is there by then; at the end nothing has to be said. */
    private static Optional<AddEnumValue.Place> place(EnumType present, EnumType wanted, int at) {
        boolean last =
                wanted.values().subList(at, wanted.values().size()).stream().noneMatch(present.values()::contains);
        if (last) {
            return Optional.empty();
        }
        return Optional.of(
                at == 0
                        ? new AddEnumValue.Place(true, present.values().get(0))
                        : new AddEnumValue.Place(false, wanted.values().get(at - 1)));
    }

    private void comment(SchemaObject present, SchemaObject wanted) {
        if (!present.comment().equals(wanted.comment())) {
            SchemaObject.Kind kind = present instanceof EnumType ? SchemaObject.Kind.ENUM : SchemaObject.Kind.SEQUENCE;
            changed(
                    present,
                    "comment " + present.comment().map(text -> "'" + text + "'").orElse("none") + ", should be "
                            + wanted.comment().map(text -> "'" + text + "'").orElse("none"),
                    new SetComment(kind, present.name(), Change.to(wanted.comment())));
        }
    }

    private void sequences(SchemaModel actual, SchemaModel actualTwin, SchemaModel desired, SchemaModel desiredTwin) {
        Map<TableName, Sequence> unknown = byName(actual.sequences());
        Map<TableName, Sequence> presentTwins = byName(actualTwin.sequences());
        Map<TableName, Sequence> wantedTwins = byName(desiredTwin.sequences());
        for (Sequence wanted : desired.sequences()) {
            TableName name = rules.name(wanted.name());
            Optional<Sequence> present = Optional.ofNullable(unknown.remove(name));
            if (!includes(wanted)) {
                continue;
            }
            if (present.isEmpty()) {
                add(wanted, new CreateSequence(wanted));
            } else {
                NumbersDiffer numbers = new NumbersDiffer(policy, present.get(), wanted);
                numbers.compare(
                                Optional.ofNullable(presentTwins.get(name)).orElse(present.get()),
                                Optional.ofNullable(wantedTwins.get(name)).orElse(wanted))
                        .ifPresent(operation -> changed(present.get(), numbers.words(), operation));
                comment(present.get(), wanted);
            }
        }
        unknown.values().stream()
                .filter(sequence -> sequence.owner().isEmpty()) // goes with its column
                .forEach(sequence -> drop(sequence, new DropSequence(sequence.name())));
    }

    private void changed(SchemaObject present, String words, Operation operation) {
        findings.add(new Finding(
                new SchemaDifference(Kind.CHANGE, name(present), words, Optional.empty()),
                List.of(new Step(Phase.CREATE_OBJECTS, operation))));
    }

    private <T extends SchemaObject> Map<TableName, T> byName(List<T> objects) {
        Map<TableName, T> byName = new TreeMap<>();
        objects.forEach(object -> byName.put(rules.name(object.name()), object));
        return byName;
    }

    private void add(SchemaObject wanted, Operation operation) {
        findings.add(new Finding(
                new SchemaDifference(Kind.ADD, name(wanted), "", Optional.empty()),
                List.of(new Step(Phase.CREATE_OBJECTS, operation))));
    }

    private void drop(SchemaObject unknown, Operation operation) {
        if (!includes(unknown)) {
            return;
        }
        if (!policy.dropsUnknown()) {
            leftAlone.add(name(unknown));
            return;
        }
        findings.add(new Finding(
                new SchemaDifference(Kind.DROP, name(unknown), "", Optional.empty()),
                List.of(new Step(Phase.DROP_OBJECTS, operation))));
    }

    private boolean includes(SchemaObject object) {
        return policy.includes().test(name(object));
    }

    private static ObjectName name(SchemaObject object) {
        ObjectName.Kind kind = object instanceof EnumType
                ? ObjectName.Kind.ENUM
                : object instanceof Sequence ? ObjectName.Kind.SEQUENCE : ObjectName.Kind.SCHEMA;
        return ObjectName.beside(kind, object.name());
    }
}
