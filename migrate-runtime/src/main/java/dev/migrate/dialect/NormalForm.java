package dev.migrate.dialect;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * Says what a schema model says in the one way that fits what a database reports. A dialect overrides what its database
 * forgets or renames.
 */
public abstract class NormalForm {

    /** To have no default is to have this one. */
    private static final DefaultValue NULL = new DefaultValue.Expression("null");

    private static final ColumnType WIDEST = new ColumnType.IntegerType(64);

    /** The form of a database that keeps what it is told. */
    protected NormalForm() {}

    /**
     * A model in this form.
     *
     * @param model any model
     * @return the same in the form that can be compared
     */
    public final SchemaModel of(SchemaModel model) {
        List<Table> tables = model.tables().stream().map(this::table).toList();
        return model.incompleteBecause()
                .map(because -> SchemaModel.incomplete(tables, because))
                .orElseGet(() -> SchemaModel.of(tables))
                .withSequences(model.sequences().stream().map(this::sequence).toList())
                .withEnumTypes(model.enumTypes().stream()
                        .map(type -> type.withName(name(type.name())))
                        .toList())
                .withViews(model.views().stream().map(this::view).toList())
                .withNamespaces(model.namespaces().stream()
                        .map(schema -> schema.withName(name(schema.name())))
                        .toList());
    }

    /**
     * A type as this database would report it.
     *
     * @param type a type
     * @return the type that is read back for it
     */
    protected abstract ColumnType type(ColumnType type);

    /**
     * A condition, expression or query in this form.
     *
     * @param text SQL
     * @return its words, without what this database adds to them
     */
    protected String sql(String text) {
        return SqlText.canonical(text);
    }

    /**
     * A name as this database would report it.
     *
     * @param name a column, index or constraint
     * @return the name that is read back for it
     */
    public abstract String name(String name);

    /**
     * A table's name as this database would report it.
     *
     * @param name a table
     * @return the name that is read back for it
     */
    public TableName name(TableName name) {
        return new TableName(name.schema().map(this::name), name(name.name()));
    }

    /**
     * Whether a name is one that this database makes up for a key, check or index that was given none.
     *
     * @param table the table
     * @param name the name of one of its constraints or indexes
     * @return whether nobody gave it, as far as a name can tell
     */
    public boolean isMadeUp(Table table, String name) {
        return false;
    }

    /**
     * Whether this database may report the one default for the other, although the words do not tell: it may compute an
     * expression when it is told it, and report the value.
     *
     * @param reported what a database has, in this form
     * @param said what nobody told a database yet, in this form
     * @return whether only a trial tells if they are the same
     */
    public boolean mayHaveComputed(DefaultValue reported, DefaultValue said) {
        return false;
    }

    /**
     * A table in this form. What a dialect overrides starts from this.
     *
     * @param table a table
     * @return the table that is read back for it
     */
    protected Table table(Table table) {
        TableName name = name(table.name());
        return new Table(
                name,
                table.columns().stream().map(this::column).toList(),
                table.primaryKey()
                        .map(key -> new PrimaryKey(
                                name(key.name()), names(key.columns()), names(key.include()), key.deferral())),
                table.uniques().stream().map(this::unique).toList(),
                table.foreignKeys().stream().map(this::foreignKey).toList(),
                table.checks().stream()
                        .map(check -> check.withName(name(check.name())).withCondition(sql(check.condition())))
                        .toList(),
                table.exclusions().stream()
                        .map(exclusion -> exclusion(table, exclusion))
                        .toList(),
                table.indexes().stream().map(index -> index(table, index)).toList(),
                table.comment(),
                table.options());
    }

    /**
     * A view in this form. Servers write a query down in words of their own, by which it cannot be known again: views are
     * compared by their names.
     *
     * @param view a view
     * @return the view without its query
     */
    protected View view(View view) {
        return new View(name(view.name()), "", view.materialized(), view.comment());
    }

    /**
     * A sequence in this form.
     *
     * @param sequence a sequence
     * @return the sequence that is read back for it, with what the database takes where nothing was said
     */
    protected Sequence sequence(Sequence sequence) {
        NumberLimits usual = sequenceLimits(sequence.type().orElse(WIDEST));
        return new Sequence(
                name(sequence.name()),
                sequence.type().filter(type -> !type.equals(WIDEST)),
                sequence.start(),
                sequence.increment(),
                Optional.of(sequence.minimum().orElse(usual.minimum(sequence.increment()))),
                Optional.of(sequence.maximum().orElse(usual.maximum(sequence.increment()))),
                Optional.of(sequence.cache().orElse(usual.cache())),
                sequence.cycle(),
                sequence.owner().map(owner -> new Sequence.Owner(name(owner.table()), name(owner.column()))),
                sequence.comment());
    }

    /**
     * A sequence as somebody would write it, who leaves out what the database takes by itself.
     *
     * @param read a sequence as the database reports it
     * @return the sequence without usual limits
     */
    public Sequence plain(Sequence read) {
        NumberLimits usual = sequenceLimits(read.type().orElse(WIDEST));
        return new Sequence(
                read.name(),
                read.type(),
                read.start(),
                read.increment(),
                read.minimum().filter(number -> number != usual.minimum(read.increment())),
                read.maximum().filter(number -> number != usual.maximum(read.increment())),
                read.cache().filter(numbers -> numbers != usual.cache()),
                read.cycle(),
                read.owner(),
                read.comment());
    }

    /**
     * What this database takes for a sequence of which nobody said it.
     *
     * @param type the type of its numbers
     * @return the limits
     */
    protected NumberLimits sequenceLimits(ColumnType type) {
        return NumberLimits.of(type, 1);
    }

    /**
     * A column in this form.
     *
     * @param column a column
     * @return the column that is read back for it
     */
    protected Column column(Column column) {
        ColumnType type = type(column.type());
        return new Column(
                name(column.name()),
                type,
                column.nullable() && column.identity().isEmpty(),
                column.defaultValue().map(value -> defaultValue(value, type)).filter(value -> !NULL.equals(value)),
                column.identity(),
                column.generated().map(this::generated),
                column.comment(),
                column.charset(),
                column.collation(),
                column.onUpdate().map(this::sql),
                column.invisible(),
                column.numbering().map(sequenceLimits(type)::said));
    }

    /**
     * A computed column's expression in this form.
     *
     * @param generated how a column is computed
     * @return the expression in canonical words
     */
    protected Generated generated(Generated generated) {
        return new Generated(sql(generated.sql()), generated.stored());
    }

    /**
     * An index in this form.
     *
     * @param table its table
     * @param index an index
     * @return the index that is read back for it
     */
    protected Index index(Table table, Index index) {
        return index.withName(name(index.name()))
                .withParts(index.parts().stream().map(part -> part(table, part)).toList())
                .withWhere(index.where().map(this::sql))
                .withInclude(names(index.include()));
    }

    /**
     * A term of an index in this form.
     *
     * @param table the index's table
     * @param part the term
     * @return the term that is read back for it
     */
    protected Index.Part part(Table table, Index.Part part) {
        return part.withTerm(part.expression() ? sql(part.term()) : name(part.term()));
    }

    private UniqueConstraint unique(UniqueConstraint key) {
        return new UniqueConstraint(
                name(key.name()), names(key.columns()), key.nullsNotDistinct(), names(key.include()), key.deferral());
    }

    private ForeignKey foreignKey(ForeignKey key) {
        return new ForeignKey(
                name(key.name()),
                names(key.columns()),
                name(key.references()),
                names(key.referencedColumns()),
                action(key.onDelete()),
                action(key.onUpdate()),
                names(key.emptied()),
                key.matchFull(),
                key.deferral(),
                key.enforcement());
    }

    private ExclusionConstraint exclusion(Table table, ExclusionConstraint exclusion) {
        return new ExclusionConstraint(
                name(exclusion.name()),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element ->
                                new ExclusionConstraint.Element(part(table, element.part()), element.operator()))
                        .toList(),
                names(exclusion.include()),
                exclusion.where().map(this::sql),
                exclusion.deferral());
    }

    /**
     * A referential action in this form: where constraints cannot be deferred, these two do the same.
     *
     * @param action an action
     * @return the action that is read back for it
     */
    protected ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    private List<String> names(List<String> names) {
        return names.stream().map(this::name).toList();
    }

    /**
     * A default in this form: a literal is of the kind that the column's type asks for, whatever it was written as.
     *
     * @param value a default
     * @param type the column's type in this form
     * @return the default that is read back for it
     */
    protected DefaultValue defaultValue(DefaultValue value, ColumnType type) {
        DefaultValue plain =
                value instanceof DefaultValue.Expression expression ? SqlText.defaultValue(expression.sql()) : value;
        if (plain instanceof DefaultValue.Expression expression) {
            return new DefaultValue.Expression(sql(expression.sql()));
        }
        return DefaultOfType.of(plain, type);
    }
}
