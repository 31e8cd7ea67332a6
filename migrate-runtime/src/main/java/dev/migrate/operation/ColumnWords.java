package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.TableName;
import java.util.Optional;

/** What is said about a column, word by word. A later word about the same part stands in for the earlier. */
public final class ColumnWords {

    private final TableName table;
    private final String column;
    private Optional<ColumnType> type = Optional.empty();
    private Optional<Boolean> nullable = Optional.empty();
    private Change<DefaultValue> defaultValue = new Change.Keep<>();
    private Change<String> comment = new Change.Keep<>();
    private Optional<String> using = Optional.empty();
    private Change<Identity> identity = new Change.Keep<>();
    private Change<Generated> generated = new Change.Keep<>();
    private Change<String> charset = new Change.Keep<>();
    private Change<String> collation = new Change.Keep<>();
    private Change<String> onUpdate = new Change.Keep<>();
    private Optional<Boolean> invisible = Optional.empty();
    private Optional<ColumnPosition> position = Optional.empty();

    ColumnWords(TableName table, String column) {
        this.table = requireNonNull(table, "table");
        this.column = requireNonNull(column, "column");
    }

    /**
     * All that was said so far.
     *
     * @return the change
     */
    public AlterColumn operation() {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                comment,
                using,
                identity,
                generated,
                charset,
                collation,
                onUpdate,
                invisible,
                position);
    }

    /**
     * Where it was said that the column stands.
     *
     * @return its place; empty where nothing was said
     */
    public Optional<ColumnPosition> position() {
        return position;
    }

    /**
     * Its type.
     *
     * @param newType the type
     * @return this
     */
    public ColumnWords type(ColumnType newType) {
        type = Optional.of(newType);
        return this;
    }

    /**
     * Whether it may hold null.
     *
     * @param mayBeNull whether it may
     * @return this
     */
    public ColumnWords nullable(boolean mayBeNull) {
        nullable = Optional.of(mayBeNull);
        return this;
    }

    /**
     * Its default.
     *
     * @param change what happens to it
     * @return this
     */
    public ColumnWords defaultValue(Change<DefaultValue> change) {
        defaultValue = requireNonNull(change, "change");
        return this;
    }

    /**
     * Its comment.
     *
     * @param change what happens to it
     * @return this
     */
    public ColumnWords comment(Change<String> change) {
        comment = requireNonNull(change, "change");
        return this;
    }

    /**
     * How present values become values of the new type.
     *
     * @param sql an expression of the database's own SQL
     * @return this
     */
    public ColumnWords using(String sql) {
        using = Optional.of(sql);
        return this;
    }

    /**
     * How the database numbers it.
     *
     * @param change what happens to that
     * @return this
     */
    public ColumnWords identity(Change<Identity> change) {
        identity = requireNonNull(change, "change");
        return this;
    }

    /**
     * How it is computed.
     *
     * @param change what happens to that
     * @return this
     */
    public ColumnWords generated(Change<Generated> change) {
        generated = requireNonNull(change, "change");
        return this;
    }

    /**
     * Its character set.
     *
     * @param change what happens to it
     * @return this
     */
    public ColumnWords charset(Change<String> change) {
        charset = requireNonNull(change, "change");
        return this;
    }

    /**
     * Its collation.
     *
     * @param change what happens to it
     * @return this
     */
    public ColumnWords collation(Change<String> change) {
        collation = requireNonNull(change, "change");
        return this;
    }

    /**
     * What an update sets it to: {@link Column#NOW}, or SQL.
     *
     * @param change what happens to that
     * @return this
     */
    public ColumnWords onUpdate(Change<String> change) {
        onUpdate = requireNonNull(change, "change");
        return this;
    }

    /**
     * Whether {@code SELECT *} leaves it out.
     *
     * @param hidden whether it does
     * @return this
     */
    public ColumnWords invisible(boolean hidden) {
        invisible = Optional.of(hidden);
        return this;
    }

    /**
     * Where it stands.
     *
     * @param place its place
     * @return this
     */
    public ColumnWords position(ColumnPosition place) {
        position = Optional.of(place);
        return this;
    }
}
