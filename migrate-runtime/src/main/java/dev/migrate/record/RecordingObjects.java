package dev.migrate.record;

import dev.migrate.Added;
import dev.migrate.Changed;
import dev.migrate.CommentOn;
import dev.migrate.Dropped;
import dev.migrate.EnumValueSpec;
import dev.migrate.ObjectOperations;
import dev.migrate.SequenceChange;
import dev.migrate.SequenceSpec;
import dev.migrate.operation.AddEnumValue;
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
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import dev.migrate.script.ScriptSyntax;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes down what a migration asks for beside tables. */
abstract class RecordingObjects implements ObjectOperations {

    /** Takes an operation up, after those before it. */
    abstract void add(Operation operation);

    /** Takes one up that may still be told to be left out where there is nothing to do. */
    abstract RecordedExistence addOpen(Operation operation);

    /** How SQL is written for the database that the recording is for. */
    abstract ScriptSyntax syntax();

    @Override
    public Added createSequence(String sequence) {
        return createSequence(sequence, plain -> {});
    }

    @Override
    public Added createSequence(String sequence, Consumer<SequenceSpec> definition) {
        RecordedSequence recorded = new RecordedSequence();
        definition.accept(recorded);
        return addOpen(new CreateSequence(recorded.sequence(TableName.parse(sequence))));
    }

    @Override
    public Changed alterSequence(String sequence, Consumer<SequenceChange> change) {
        RecordedSequenceChange recorded = new RecordedSequenceChange();
        change.accept(recorded);
        return addOpen(recorded.operation(TableName.parse(sequence)));
    }

    @Override
    public Changed renameSequence(String sequence, String newName) {
        return addOpen(new RenameSequence(TableName.parse(sequence), Checked.newName("sequence", newName)));
    }

    @Override
    public Dropped dropSequence(String sequence) {
        return addOpen(new DropSequence(TableName.parse(sequence)));
    }

    @Override
    public Added createSchema(String schema) {
        return addOpen(new CreateSchema(new Namespace(schema(schema), Optional.empty())));
    }

    @Override
    public Dropped dropSchema(String schema) {
        return addOpen(new DropSchema(schema(schema)));
    }

    private static TableName schema(String name) {
        TableName schema = TableName.parse(name);
        if (schema.schema().isPresent()) {
            throw Checked.bad(
                    "the schema " + name + " is named as if it were in another one",
                    "give its own name; one that holds a dot is written in double quotes");
        }
        return schema;
    }

    @Override
    public Added createEnum(String type, String value, String... more) {
        return addOpen(new CreateEnum(EnumType.of(TableName.parse(type), EnumWords.words(value, more))));
    }

    @Override
    public Added addEnumValue(String type, String value) {
        return addEnumValue(type, value, atTheEnd -> {});
    }

    @Override
    public Added addEnumValue(String type, String value, Consumer<EnumValueSpec> place) {
        RecordedEnumValue recorded = new RecordedEnumValue();
        place.accept(recorded);
        return addOpen(new AddEnumValue(TableName.parse(type), value, recorded.place(), false));
    }

    @Override
    public Changed renameEnumValue(String type, String value, String newValue) {
        return addOpen(new RenameEnumValue(TableName.parse(type), value, newValue));
    }

    @Override
    public Changed setEnumValues(String type, String value, String... more) {
        return addOpen(new SetEnumValues(TableName.parse(type), EnumWords.words(value, more)));
    }

    @Override
    public Changed renameEnum(String type, String newName) {
        return addOpen(new RenameEnum(TableName.parse(type), Checked.newName("type", newName)));
    }

    @Override
    public Dropped dropEnum(String type) {
        return addOpen(new DropEnum(TableName.parse(type)));
    }

    @Override
    public Added createView(String view, String query) {
        return addOpen(new CreateView(View.of(TableName.parse(view), query(query))));
    }

    @Override
    public void replaceView(String view, String query) {
        add(new ReplaceView(TableName.parse(view), query(query)));
    }

    /** A semicolon at its end is no part of it. */
    private String query(String text) {
        String query = Checked.text("query", text).strip().replaceFirst("\\s*;$", "");
        Checked.oneStatement(query, 0, syntax());
        return query;
    }

    @Override
    public Dropped dropView(String view) {
        return addOpen(new DropView(TableName.parse(view)));
    }

    @Override
    public Changed comment(CommentOn kind, String name, String text) {
        return addOpen(commenting(kind, name, new Change.Set<>(Checked.text("comment", text))));
    }

    @Override
    public Changed dropComment(CommentOn kind, String name) {
        return addOpen(commenting(kind, name, new Change.Drop<>()));
    }

    private static SetComment commenting(CommentOn kind, String name, Change<String> change) {
        TableName object = kind == CommentOn.SCHEMA ? schema(name) : TableName.parse(name);
        return new SetComment(SchemaObject.Kind.valueOf(kind.name()), object, change);
    }
}
