package dev.migrate.operation;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands beside the tables of {@link OneOfEach}, and at least one example of every change of it. */
public final class ObjectExamples {

    private static final TableName NUMBERS = TableName.parse("numbers");
    private static final TableName MOOD = TableName.parse("mood");
    private static final TableName DIARY = TableName.parse("diary");
    private static final TableName ADULTS = TableName.parse("adults");
    private static final TableName BILLING = TableName.parse("billing");

    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);

    private static final Sequence NUMBERS_SEQUENCE = new Sequence(
            NUMBERS,
            Optional.empty(),
            100,
            5,
            Optional.empty(),
            Optional.of(5000L),
            Optional.of(10L),
            false,
            Optional.empty(),
            Optional.empty());

    private static final EnumType MOOD_TYPE = EnumType.of(MOOD, List.of("sad", "o'k", "happy"));

    private static final Table DIARY_TABLE = Table.of(
                    DIARY,
                    List.of(
                            Column.of("day", new ColumnType.Date()).withNullable(false),
                            Column.of("mood", new ColumnType.Named(MOOD, false))
                                    .withDefault(Optional.of(new DefaultValue.Text("o'k"))),
                            Column.of("moods", new ColumnType.Named(MOOD, true))))
            .with(new CheckConstraint("ck_diary_mood", "mood <> 'sad' OR day IS NOT NULL"))
            .with(Index.of("ix_diary_day", List.of(Index.Part.column("day")), false, Optional.of("mood = 'happy'")));

    private static final View ADULTS_VIEW = View.of(ADULTS, "SELECT id, email, age FROM users WHERE age >= 21");

    /** What is created beside the tables of {@link OneOfEach}, in order. */
    public static final List<Operation> SETUP = List.of(
            new CreateSequence(NUMBERS_SEQUENCE),
            new CreateEnum(MOOD_TYPE),
            new CreateEnum(EnumType.of(TableName.parse("unused"), List.of("yes", "no"))),
            new CreateTable(DIARY_TABLE),
            new CreateView(ADULTS_VIEW));

    /** The schema that {@link #SETUP} leaves behind. */
    public static final SchemaModel BEFORE = before();

    private ObjectExamples() {}

    private static SchemaModel before() {
        SchemaModel model = OneOfEach.BEFORE.with(Namespace.of("archive"));
        for (Operation operation : SETUP) {
            model = operation.applyTo(model);
        }
        return model;
    }

    /** Examples by name, in a fixed order. */
    public static Map<String, Operation> examples() {
        Map<String, Operation> examples = new LinkedHashMap<>(inOneSchema());
        examples.put("createSchema", new CreateSchema(Namespace.of("billing")));
        examples.put(
                "createSchema with a comment", new CreateSchema(new Namespace(BILLING, Optional.of("What is owed"))));
        examples.put("dropSchema", new DropSchema(TableName.parse("archive")));
        examples.put(
                "comment on a schema",
                new SetComment(SchemaObject.Kind.SCHEMA, TableName.parse("archive"), new Change.Set<>("it's old")));
        return examples;
    }

    /** Examples that need no right but those in a schema. */
    public static Map<String, Operation> inOneSchema() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.putAll(sequences());
        examples.putAll(enums());
        examples.putAll(views());
        return examples;
    }

    private static Map<String, Operation> sequences() {
        TableName tickets = TableName.parse("tickets");
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put("createSequence", new CreateSequence(Sequence.of(tickets)));
        examples.put(
                "createSequence with everything",
                new CreateSequence(new Sequence(
                        tickets,
                        Optional.empty(),
                        50,
                        -2,
                        Optional.of(-100L),
                        Optional.of(60L),
                        Optional.of(7L),
                        true,
                        Optional.empty(),
                        Optional.empty())));
        examples.put(
                "createSequence with a comment",
                new CreateSequence(Sequence.of(tickets).withComment(Optional.of("it's \\ one by one"))));
        examples.put(
                "createSequence of a type",
                new CreateSequence(new Sequence(
                        tickets,
                        Optional.of(INTEGER),
                        1,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty())));
        examples.put(
                "createSequence owned by a column",
                new CreateSequence(
                        Sequence.of(tickets).withOwner(Optional.of(new Sequence.Owner(OneOfEach.USERS, "age")))));
        examples.put(
                "alterSequence",
                new AlterSequence(
                        NUMBERS,
                        new Change.Keep<>(),
                        Optional.of(7L),
                        Optional.of(1L),
                        new Change.Set<>(3L),
                        new Change.Drop<>(),
                        new Change.Drop<>(),
                        Optional.of(true),
                        new Change.Keep<>(),
                        Optional.empty()));
        examples.put(
                "alterSequence of its type and owner",
                new AlterSequence(
                        NUMBERS,
                        new Change.Set<>(INTEGER),
                        Optional.empty(),
                        Optional.empty(),
                        new Change.Keep<>(),
                        new Change.Keep<>(),
                        new Change.Keep<>(),
                        Optional.empty(),
                        new Change.Set<>(new Sequence.Owner(OneOfEach.TEAMS, "id")),
                        Optional.empty()));
        examples.put("renameSequence", new RenameSequence(NUMBERS, "digits"));
        examples.put("dropSequence", new DropSequence(NUMBERS));
        examples.put(
                "comment on a sequence",
                new SetComment(SchemaObject.Kind.SEQUENCE, NUMBERS, new Change.Set<>("100 % \"new\"")));
        return examples;
    }

    private static Map<String, Operation> enums() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put("createEnum", new CreateEnum(EnumType.of(TableName.parse("size"), List.of("S", "it's L"))));
        examples.put("addEnumValue", new AddEnumValue(MOOD, "great", Optional.empty(), false));
        examples.put(
                "addEnumValue before another",
                new AddEnumValue(MOOD, "so 'so'", Optional.of(new AddEnumValue.Place(true, "o'k")), false));
        examples.put(
                "addEnumValue after another",
                new AddEnumValue(MOOD, "fine", Optional.of(new AddEnumValue.Place(false, "o'k")), false));
        examples.put("renameEnumValue", new RenameEnumValue(MOOD, "o'k", "so so"));
        examples.put("setEnumValues", new SetEnumValues(MOOD, List.of("happy", "great", "o'k", "sad")));
        examples.put("renameEnum", new RenameEnum(MOOD, "feeling"));
        examples.put("dropEnum", new DropEnum(TableName.parse("unused")));
        examples.put("comment on a type", new SetComment(SchemaObject.Kind.ENUM, MOOD, new Change.Set<>("how it is")));
        return examples;
    }

    private static Map<String, Operation> views() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put(
                "createView",
                new CreateView(View.of(
                        TableName.parse("active_users"), "SELECT id, email FROM users WHERE status = 'it''s on'")));
        examples.put("replaceView", new ReplaceView(ADULTS, "SELECT id, email, age, fax FROM users WHERE age >= 18"));
        examples.put("replaceView of other columns", new ReplaceView(ADULTS, "SELECT id AS number, age FROM users"));
        examples.put(
                "replaceView of none", new ReplaceView(TableName.parse("everybody"), "SELECT id, email FROM users"));
        examples.put("dropView", new DropView(ADULTS));
        examples.put(
                "comment on a view", new SetComment(SchemaObject.Kind.VIEW, ADULTS, new Change.Set<>("who may vote")));
        return examples;
    }
}
