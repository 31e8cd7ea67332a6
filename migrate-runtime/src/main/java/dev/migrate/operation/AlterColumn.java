package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Changes what is said about a column and keeps the rest.
 *
 * @param table the table
 * @param column the column's name
 * @param type its new type; empty to keep the present one
 * @param nullable whether it may hold null from now on; empty to keep what is
 * @param defaultValue what happens to its default
 * @param comment what happens to its comment
 * @param using how present values become values of the new type, in SQL (PostgreSQL)
 * @param identity what happens to its numbering
 * @param generated what happens to the expression that computes it
 * @param charset what happens to its character set; a new one alone takes the collation that it implies
 * @param collation what happens to its collation; a new one alone implies the character set
 * @param onUpdate what happens to what an update sets it to
 * @param invisible whether {@code SELECT *} leaves it out from now on; empty to keep what is
 * @param position where it stands from now on; empty to keep its place
 */
public record AlterColumn(
        TableName table,
        String column,
        Optional<ColumnType> type,
        Optional<Boolean> nullable,
        Change<DefaultValue> defaultValue,
        Change<String> comment,
        Optional<String> using,
        Change<Identity> identity,
        Change<Generated> generated,
        Change<String> charset,
        Change<String> collation,
        Change<String> onUpdate,
        Optional<Boolean> invisible,
        Optional<ColumnPosition> position)
        implements TableOperation {

    public AlterColumn {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(type, "type");
        requireNonNull(nullable, "nullable");
        requireNonNull(defaultValue, "defaultValue");
        requireNonNull(comment, "comment");
        requireNonNull(using, "using");
        requireNonNull(identity, "identity");
        requireNonNull(generated, "generated");
        requireNonNull(charset, "charset");
        requireNonNull(collation, "collation");
        requireNonNull(onUpdate, "onUpdate");
        requireNonNull(invisible, "invisible");
        requireNonNull(position, "position");
    }

    /**
     * Changes of type, nullability, default and comment alone.
     *
     * @param table the table
     * @param column the column's name
     * @param type its new type; empty to keep the present one
     * @param nullable whether it may hold null from now on; empty to keep what is
     * @param defaultValue what happens to its default
     * @param comment what happens to its comment
     * @param using how present values become values of the new type, in SQL (PostgreSQL)
     */
    public AlterColumn(
            TableName table,
            String column,
            Optional<ColumnType> type,
            Optional<Boolean> nullable,
            Change<DefaultValue> defaultValue,
            Change<String> comment,
            Optional<String> using) {
        this(
                table,
                column,
                type,
                nullable,
                defaultValue,
                comment,
                using,
                new Change.Keep<>(),
                new Change.Keep<>(),
                new Change.Keep<>(),
                new Change.Keep<>(),
                new Change.Keep<>(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A change that is put together word by word.
     *
     * @param table the table
     * @param column the column's name
     * @return a change of nothing so far
     */
    public static ColumnWords of(TableName table, String column) {
        return new ColumnWords(table, column);
    }

    /**
     * Whether nothing but these parts changes.
     *
     * @param parts the parts that may
     * @return true, when every other part is kept
     */
    public boolean changesOnly(ColumnWords parts) {
        return equals(parts.operation());
    }

    /**
     * The column as it is afterwards. What it had and its new type cannot have is gone.
     *
     * @param before the column as it is
     * @return the column with what was said changed
     * @throws MigrateException {@code bad-operation}, when it would have its values from two places at once, or something
     *     is said of it that its type cannot have
     */
    public Column changed(Column before) {
        Column changed = asSaid(before);
        refuseTwoFillings(changed);
        return type.isPresent() ? withoutWhatItsTypeCannotHave(changed) : changed;
    }

    private Column withoutWhatItsTypeCannotHave(Column changed) {
        Column result = changed;
        if (!changed.type().mayBeText()) {
            refuse(charset, "character set");
            refuse(collation, "collation");
            result = result.withCharset(Optional.empty()).withCollation(Optional.empty());
        }
        if (!changed.type().mayBeMoment() && changed.onUpdate().equals(Optional.of(Column.NOW))) {
            refuse(onUpdate, "moment of each update");
            result = result.withOnUpdate(Optional.empty());
        }
        if (!changed.type().mayBeNumber()) {
            refuse(changed.identity(), "an identity", "of its new type", "dropIdentity()");
        }
        return result;
    }

    private void refuse(Change<?> said, String what) {
        if (said instanceof Change.Set) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "column " + table + "." + column + " is to have a " + what
                                    + ", which its new type cannot have")
                    .next("leave it out, or give the column another type"));
        }
    }

    /** An identity takes the numbers over from a sequence that stood in the default. */
    private Optional<Numbering> numbering(Column before) {
        return identity instanceof Change.Set ? before.numbering().map(Numbering::withoutSequence) : before.numbering();
    }

    private Column asSaid(Column before) {
        boolean keepsCharset = charset instanceof Change.Keep;
        boolean keepsCollation = collation instanceof Change.Keep;
        return before.withType(type.orElse(before.type()))
                .withNullable(nullable.orElse(before.nullable()))
                .withDefault(defaultValue.applyTo(before.defaultValue()))
                .withIdentity(identity.applyTo(before.identity()))
                .withNumbering(numbering(before))
                .withGenerated(generated.applyTo(before.generated()))
                .withComment(comment.applyTo(before.comment()))
                .withCharset(keepsCharset && !keepsCollation ? Optional.empty() : charset.applyTo(before.charset()))
                .withCollation(
                        keepsCollation && !keepsCharset ? Optional.empty() : collation.applyTo(before.collation()))
                .withOnUpdate(onUpdate.applyTo(before.onUpdate()))
                .withInvisible(invisible.orElse(before.invisible()));
    }

    /** What the change itself brings about: a column may have been read with more than one, whatever that means there. */
    private void refuseTwoFillings(Column changed) {
        if (generated instanceof Change.Set) {
            refuse(changed.defaultValue(), "a default", "computed", "dropDefault()");
            refuse(changed.identity(), "an identity", "computed", "dropIdentity()");
        }
        if (identity instanceof Change.Set) {
            refuse(changed.defaultValue(), "a default", "numbered", "dropDefault()");
            refuse(changed.generated(), "an expression that computes it", "numbered", "dropGenerated()");
        }
        if (defaultValue instanceof Change.Set) {
            refuse(changed.identity(), "an identity", "given a default", "dropIdentity()");
            refuse(changed.generated(), "an expression that computes it", "given a default", "dropGenerated()");
        }
    }

    private void refuse(Optional<?> present, String what, String wanted, String word) {
        if (present.isPresent()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "column " + table + "." + column + " has " + what + ", and cannot be " + wanted
                                    + " as well")
                    .next("say " + word + " in the same change"));
        }
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> {
            Table changed = t.withColumn(column, this::changed);
            return position.map(place -> place.move(column, changed)).orElse(changed);
        });
    }

    /** Empty where a change has no words for what was, as for the numbers of an identity that is dropped. */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table).flatMap(t -> {
            Column was = t.column(column);
            Column is = changed(was);
            AlterColumn back = back(t, was, is);
            return back.changed(is).equals(was) ? Optional.of(back) : Optional.empty();
        });
    }

    /** Character set and collation are one thing said in two words, so that they are brought back together. */
    private AlterColumn back(Table t, Column was, Column is) {
        boolean keepsText = charset instanceof Change.Keep
                && collation instanceof Change.Keep
                && was.charset().equals(is.charset())
                && was.collation().equals(is.collation());
        return new AlterColumn(
                table,
                column,
                type.map(changed -> was.type()),
                nullable.map(changed -> was.nullable()),
                defaultValue.inverse(was.defaultValue()),
                comment.inverse(was.comment()),
                Optional.empty(),
                identity.inverse(was.identity()),
                generated.inverse(was.generated()),
                keepsText ? charset : Change.to(was.charset()),
                keepsText ? collation : Change.to(was.collation()),
                was.onUpdate().equals(is.onUpdate()) ? onUpdate.inverse(was.onUpdate()) : Change.to(was.onUpdate()),
                invisible.map(changed -> was.invisible()),
                position.map(moved -> ColumnPosition.of(column, t)));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.of(ObjectName.Kind.COLUMN, table, column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
