package dev.migrate.dialect;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameEnum;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Changes of what stands beside the tables, which the tables do not notice. */
final class RandomObjects {

    private final Random random;
    private final TableName newSchema;
    private int names;

    RandomObjects(long seed, TableName newSchema) {
        random = new Random(~seed);
        this.newSchema = newSchema;
    }

    /** Once in a while. */
    boolean isTheirTurn() {
        return random.nextInt(6) == 0;
    }

    /** A change that the model itself takes. */
    Operation next(SchemaModel schema) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> sequence(schema);
            case 2, 3 -> enumType(schema);
            case 4 -> namespace(schema);
            case 5 -> comment(schema);
            default -> view(schema);
        };
    }

    private Operation namespace(SchemaModel schema) {
        return schema.namespaces().isEmpty()
                ? new CreateSchema(new Namespace(newSchema, Optional.empty()))
                : new DropSchema(newSchema);
    }

    /** Where there is nothing to comment on, a view is made. */
    private Operation comment(SchemaModel schema) {
        List<SchemaObject> all = new ArrayList<>(schema.sequences());
        all.addAll(schema.enumTypes());
        all.addAll(schema.views());
        all.addAll(schema.namespaces());
        return one(all).<Operation>map(object -> new SetComment(
                        kind(object),
                        object.name(),
                        Change.to(Optional.of("it's " + name("x")).filter(text -> random.nextInt(3) > 0))))
                .orElseGet(() -> view(schema));
    }

    private static SchemaObject.Kind kind(SchemaObject object) {
        return Stream.of(SchemaObject.Kind.values())
                .filter(kind -> kind.type().isInstance(object))
                .findFirst()
                .orElseThrow();
    }

    private Operation sequence(SchemaModel schema) {
        Optional<Sequence> known = one(schema.sequences());
        if (known.isEmpty() || random.nextInt(3) == 0) {
            return new CreateSequence(numbers(TableName.parse(name("s"))));
        }
        TableName name = known.get().name();
        Sequence other = numbers(name);
        return switch (random.nextInt(4)) {
            case 0 -> new DropSequence(name);
            case 1 -> new RenameSequence(name, name("s"));
            default ->
                new AlterSequence(
                        name,
                        new Change.Keep<>(),
                        Optional.of(other.start()),
                        Optional.of(other.increment()),
                        Change.to(other.minimum()),
                        Change.to(other.maximum()),
                        random.nextBoolean() ? new Change.Keep<>() : Change.to(other.cache()),
                        Optional.of(other.cycle()),
                        new Change.Keep<>(),
                        Optional.empty());
        };
    }

    /** Whatever it is altered to, its next number, which is 10 at first, lies within its limits. */
    private Sequence numbers(TableName name) {
        return new Sequence(
                name,
                Optional.empty(),
                10,
                1 + random.nextInt(5),
                random.nextBoolean() ? Optional.of(random.nextLong(-50, 10)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(random.nextLong(1000, 2000)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(random.nextLong(2, 20)) : Optional.empty(),
                random.nextBoolean(),
                Optional.empty(),
                Optional.empty());
    }

    private Operation enumType(SchemaModel schema) {
        Optional<EnumType> known = one(schema.enumTypes());
        if (known.isEmpty() || random.nextInt(3) == 0) {
            return new CreateEnum(EnumType.of(TableName.parse(name("e")), List.of(name("v"), name("v"))));
        }
        TableName name = known.get().name();
        String value = one(known.get().values()).orElseThrow();
        return switch (random.nextInt(6)) {
            case 0 -> new DropEnum(name);
            case 1 -> new RenameEnum(name, name("e"));
            case 2 -> new RenameEnumValue(name, value, name("v"));
            case 3 -> {
                List<String> values = new ArrayList<>(known.get().values());
                Collections.shuffle(values, random);
                yield new SetEnumValues(name, values);
            }
            case 4 -> new AddEnumValue(name, name("v"), Optional.empty(), false);
            default ->
                new AddEnumValue(
                        name, name("v"), Optional.of(new AddEnumValue.Place(random.nextBoolean(), value)), false);
        };
    }

    private Operation view(SchemaModel schema) {
        Optional<View> known = one(schema.views());
        if (known.isEmpty() || random.nextInt(3) == 0) {
            return new CreateView(View.of(TableName.parse(name("w")), query()));
        }
        TableName name = known.map(SchemaObject::name).orElseThrow();
        return random.nextBoolean() ? new DropView(name) : new ReplaceView(name, query());
    }

    private String query() {
        return "SELECT " + random.nextInt(100) + " AS " + name("c");
    }

    private <T> Optional<T> one(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private String name(String prefix) {
        names++;
        return prefix + "o" + names;
    }
}
