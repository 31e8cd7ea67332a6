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

    /** How names are understood there. */
    abstract Naming naming();

    /** How SQL is written for the database that the recording is for. */
    abstract ScriptSyntax syntax();

    @Override
    public Added createSequence(String sequence) {
        return createSequence(sequence, plain -> {});
    }

    @Override
    public Added createSequence(String sequence, Consumer<SequenceSpec> definition) {
        RecordedSequence recorded = new RecordedSequence(naming());
        definition.accept(recorded);
        return addOpen(new CreateSequence(recorded.sequence(naming().table(sequence))));
    }

    @Override
    public Changed alterSequence(String sequence, Consumer<SequenceChange> change) {
        RecordedSequenceChange recorded = new RecordedSequenceChange(naming());
        change.accept(recorded);
        return addOpen(recorded.operation(naming().table(sequence)));
    }

    @Override
    public Changed renameSequence(String sequence, String newName) {
        return addOpen(new RenameSequence(naming().table(sequence), naming().newName("sequence", newName)));
    }

    @Override
    public Dropped dropSequence(String sequence) {
        return addOpen(new DropSequence(naming().table(sequence)));
    }

    @Override
    public Added createSchema(String schema) {
        return addOpen(new CreateSchema(new Namespace(schema(schema), Optional.empty())));
    }

    @Override
    public Dropped dropSchema(String schema) {
        return addOpen(new DropSchema(schema(schema)));
    }

    private TableName schema(String name) {
        TableName schema = naming().table(name);
        if (schema.schema().isPresent()) {
            throw Checked.bad(
                    "the schema " + name + " is named as if it were in another one",
                    "give its own name; one that holds a dot is written in double quotes");
        }
        return schema;
    }

    @Override
    public Added createEnum(String type, String value, String... more) {
        return addOpen(new CreateEnum(EnumType.of(naming().table(type), EnumWords.words(value, more))));
    }

    @Override
    public Added addEnumValue(String type, String value) {
        return addEnumValue(type, value, atTheEnd -> {});
    }

    @Override
    public Added addEnumValue(String type, String value, Consumer<EnumValueSpec> place) {
        RecordedEnumValue recorded = new RecordedEnumValue();
        place.accept(recorded);
        return addOpen(new AddEnumValue(naming().table(type), value, recorded.place(), false));
    }

    @Override
    public Changed renameEnumValue(String type, String value, String newValue) {
        return addOpen(new RenameEnumValue(naming().table(type), value, newValue));
    }

    @Override
    public Changed setEnumValues(String type, String value, String... more) {
        return addOpen(new SetEnumValues(naming().table(type), EnumWords.words(value, more)));
    }

    @Override
    public Changed renameEnum(String type, String newName) {
        return addOpen(new RenameEnum(naming().table(type), naming().newName("type", newName)));
    }

    @Override
    public Dropped dropEnum(String type) {
        return addOpen(new DropEnum(naming().table(type)));
    }

    @Override
    public Added createView(String view, String query) {
        return addOpen(new CreateView(View.of(naming().table(view), query(query))));
    }

    @Override
    public void replaceView(String view, String query) {
        add(new ReplaceView(naming().table(view), query(query)));
    }

    /** A semicolon at its end is no part of it. */
    private String query(String text) {
        String query = Checked.text("query", text).strip().replaceFirst("\\s*;$", "");
        Checked.oneStatement(query, 0, syntax());
        return query;
    }

    @Override
    public Dropped dropView(String view) {
        return addOpen(new DropView(naming().table(view)));
    }

    @Override
    public Changed comment(CommentOn kind, String name, String text) {
        return addOpen(commenting(kind, name, new Change.Set<>(Checked.text("comment", text))));
    }

    @Override
    public Changed dropComment(CommentOn kind, String name) {
        return addOpen(commenting(kind, name, new Change.Drop<>()));
    }

    private SetComment commenting(CommentOn kind, String name, Change<String> change) {
        TableName object = kind == CommentOn.SCHEMA ? schema(name) : naming().table(name);
        return new SetComment(SchemaObject.Kind.valueOf(kind.name()), object, change);
    }
}
