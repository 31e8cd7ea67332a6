package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

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
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.RenameEnum;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sequences, schemas and views as the standard has them; it has no types of a few words. A dialect overrides what its
 * database does differently or not at all, and nothing else.
 */
public abstract class AnsiObjects implements ObjectOperation.Visitor<List<SqlStatement>> {

    private static final String ENUM_INSTEAD = "give each column its words: c.enumOf(…)";

    /** How names, types and text stand in SQL. */
    protected final AnsiDefinitions sql;

    /** The schema the operation starts from. */
    protected final SchemaModel before;

    /**
     * A renderer for one operation.
     *
     * @param sql how names, types and text stand in this database's SQL
     * @param before the schema the operation starts from
     */
    protected AnsiObjects(AnsiDefinitions sql, SchemaModel before) {
        this.sql = requireNonNull(sql, "sql");
        this.before = requireNonNull(before, "before");
    }

    // Sequences.

    @Override
    public List<SqlStatement> createSequence(CreateSequence op) {
        Sequence sequence = op.definition();
        List<String> words = new ArrayList<>();
        sequence.type().ifPresent(type -> words.add("AS " + sequenceType(sequence.name(), type)));
        words.add(AnsiDefinitions.numbers(sequence.numbering()));
        sequence.owner().ifPresent(owner -> words.add("OWNED BY " + owner(sequence.name(), owner)));
        words.add(0, "CREATE SEQUENCE " + sql.name(sequence.name()));
        return commented(
                words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" ")),
                SchemaObject.Kind.SEQUENCE,
                sequence.name(),
                sequence.comment());
    }

    @Override
    public List<SqlStatement> alterSequence(AlterSequence op) {
        List<String> words = new ArrayList<>();
        words.add("ALTER SEQUENCE " + sql.name(op.sequence()));
        if (!(op.type() instanceof Change.Keep)) {
            ColumnType type = op.type().applyTo(Optional.empty()).orElse(new ColumnType.IntegerType(64));
            words.add("AS " + sequenceType(op.sequence(), type));
        }
        op.start().ifPresent(number -> words.add("START WITH " + number));
        op.increment().ifPresent(number -> words.add("INCREMENT BY " + number));
        said(op.minimum(), "MINVALUE ", "NO MINVALUE").ifPresent(words::add);
        said(op.maximum(), "MAXVALUE ", "NO MAXVALUE").ifPresent(words::add);
        said(op.cache(), "CACHE ", "CACHE " + usualCache()).ifPresent(words::add);
        op.cycle().ifPresent(cycle -> words.add(cycle ? "CYCLE" : noCycle()));
        if (!(op.owner() instanceof Change.Keep)) {
            words.add("OWNED BY "
                    + op.owner()
                            .applyTo(Optional.empty())
                            .map(owner -> owner(op.sequence(), owner))
                            .orElse("NONE"));
        }
        op.restart().ifPresent(number -> words.add("RESTART WITH " + number));
        return ddl(String.join(" ", words));
    }

    private static Optional<String> said(Change<Long> change, String word, String otherwise) {
        return change instanceof Change.Keep
                ? Optional.empty()
                : Optional.of(change.applyTo(Optional.empty())
                        .map(number -> word + number)
                        .orElse(otherwise));
    }

    /**
     * How many numbers a session takes at once when nobody says.
     *
     * @return the number
     */
    protected abstract long usualCache();

    /**
     * The words for a sequence that ends.
     *
     * @return what stands in {@code ALTER SEQUENCE}
     */
    protected String noCycle() {
        return "NO CYCLE";
    }

    /**
     * The type of a sequence's numbers.
     *
     * @param sequence the sequence, for a message
     * @param type an integer type
     * @return what follows {@code AS}
     */
    protected String sequenceType(TableName sequence, ColumnType type) {
        return sql.type(type);
    }

    /**
     * The column with which a sequence goes.
     *
     * @param sequence the sequence, for a message
     * @param owner the column
     * @return what follows {@code OWNED BY}
     */
    protected String owner(TableName sequence, Sequence.Owner owner) {
        throw sql.unsupported(
                "sequences that go with a column",
                "sequence " + sequence + " is owned by " + owner.table() + "." + owner.column(),
                "drop the sequence where the table is dropped");
    }

    @Override
    public List<SqlStatement> renameSequence(RenameSequence op) {
        return ddl("ALTER SEQUENCE " + sql.name(op.sequence()) + " RENAME TO " + sql.name(op.newName()));
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence op) {
        return ddl("DROP SEQUENCE " + sql.name(op.sequence()));
    }

    // Schemas.

    @Override
    public List<SqlStatement> createSchema(CreateSchema op) {
        TableName schema = op.definition().name();
        return commented(
                "CREATE SCHEMA " + sql.name(schema),
                SchemaObject.Kind.SCHEMA,
                schema,
                op.definition().comment());
    }

    @Override
    public List<SqlStatement> dropSchema(DropSchema op) {
        op.requireEmpty(before);
        return ddl("DROP SCHEMA " + sql.name(op.schema()) + " RESTRICT");
    }

    // Types of a few words.

    @Override
    public List<SqlStatement> createEnum(CreateEnum op) {
        throw noEnumTypes(op);
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue op) {
        throw noEnumTypes(op);
    }

    @Override
    public List<SqlStatement> renameEnumValue(RenameEnumValue op) {
        throw noEnumTypes(op);
    }

    @Override
    public List<SqlStatement> setEnumValues(SetEnumValues op) {
        throw noEnumTypes(op);
    }

    @Override
    public List<SqlStatement> renameEnum(RenameEnum op) {
        throw noEnumTypes(op);
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum op) {
        throw noEnumTypes(op);
    }

    private MigrateException noEnumTypes(ObjectOperation op) {
        return sql.unsupported("enum types with a name of their own", asked(op), ENUM_INSTEAD);
    }

    // Views.

    @Override
    public List<SqlStatement> createView(CreateView op) {
        return commented(
                creating("CREATE VIEW ", op.definition().name(), op.definition().query()),
                SchemaObject.Kind.VIEW,
                op.definition().name(),
                op.definition().comment());
    }

    @Override
    public List<SqlStatement> replaceView(ReplaceView op) {
        return ddl(creating("CREATE OR REPLACE VIEW ", op.view(), op.query()));
    }

    /**
     * The statement that makes a view.
     *
     * @param words how it begins
     * @param view the view
     * @param query its query
     * @return the statement
     */
    protected final String creating(String words, TableName view, String query) {
        return words + sql.name(view) + " AS\n" + query;
    }

    @Override
    public List<SqlStatement> dropView(DropView op) {
        return ddl("DROP VIEW " + sql.name(op.view()));
    }

    // Comments.

    @Override
    public List<SqlStatement> setComment(SetComment op) {
        if (op.kind() == SchemaObject.Kind.ENUM) {
            throw noEnumTypes(op);
        }
        return commenting(op);
    }

    /**
     * Changes a comment of what this database has.
     *
     * @param op the operation
     * @return the statements
     */
    protected final List<SqlStatement> commenting(SetComment op) {
        return op.comment() instanceof Change.Keep
                ? List.of()
                : comment(op.kind(), op.name(), op.comment().applyTo(Optional.empty()));
    }

    /**
     * Changes a comment.
     *
     * @param kind what it is about
     * @param name its name
     * @param text the comment; empty for none
     * @return the statements
     */
    protected List<SqlStatement> comment(SchemaObject.Kind kind, TableName name, Optional<String> text) {
        return ddl("COMMENT ON " + kind.word().toUpperCase(Locale.ROOT) + " " + sql.name(name) + " IS "
                + text.map(sql::literal).orElse("NULL"));
    }

    private List<SqlStatement> commented(
            String statement, SchemaObject.Kind kind, TableName name, Optional<String> text) {
        List<SqlStatement> statements = new ArrayList<>(ddl(statement));
        text.ifPresent(said -> statements.addAll(comment(kind, name, text)));
        return statements;
    }

    /**
     * What was asked for, for a message.
     *
     * @param op the operation
     * @return its words
     */
    protected static String asked(ObjectOperation op) {
        return "the migration asks to " + op.describe();
    }

    /**
     * One statement.
     *
     * @param statement the statement, which changes definitions
     * @return a list of it
     */
    protected static List<SqlStatement> ddl(String statement) {
        return List.of(SqlStatement.ddl(statement));
    }
}
