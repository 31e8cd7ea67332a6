package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.Action;
import dev.migrate.ColumnSpec;
import dev.migrate.IdentitySpec;
import dev.migrate.ReferenceSpec;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers what is said about one new column: the column itself, and the constraints that are said beside it. */
final class RecordedColumn implements ReferenceSpec {

    private Column column;
    private boolean primaryKey;
    private boolean unique;
    private final List<RecordedForeignKey> references = new ArrayList<>();

    RecordedColumn(String name, ColumnType type) {
        column = Column.of(name, type);
    }

    String name() {
        return column.name();
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    /** The column without its constraints. */
    Column column() {
        if (column.generated().isPresent()
                && (column.defaultValue().isPresent() || column.identity().isPresent())) {
            throw Checked.bad(
                    "column " + name() + " is generated and has a default or an identity as well",
                    "choose one of them");
        }
        return column;
    }

    /** The constraints that were said beside the column. */
    List<Constraint> constraints(TableName table, Naming naming) {
        List<Constraint> constraints = new ArrayList<>();
        if (primaryKey) {
            constraints.add(new PrimaryKey(naming.primaryKey(table), List.of(name())));
        }
        if (unique) {
            constraints.add(new UniqueConstraint(naming.unique(table, List.of(name())), List.of(name())));
        }
        references.forEach(reference -> constraints.add(reference.key(table, naming)));
        return constraints;
    }

    private ColumnSpec to(DefaultValue value) {
        column = column.withDefault(Optional.of(value));
        return this;
    }

    @Override
    public ColumnSpec notNull() {
        column = column.withNullable(false);
        return this;
    }

    @Override
    public ColumnSpec defaultValue(String value) {
        return to(new DefaultValue.Text(value));
    }

    @Override
    public ColumnSpec defaultValue(char value) {
        return to(new DefaultValue.Text(String.valueOf(value)));
    }

    @Override
    public ColumnSpec defaultValue(long value) {
        return to(new DefaultValue.Numeric(BigDecimal.valueOf(value)));
    }

    @Override
    public ColumnSpec defaultValue(boolean value) {
        return to(new DefaultValue.Bool(value));
    }

    @Override
    public ColumnSpec defaultValue(BigDecimal value) {
        return to(new DefaultValue.Numeric(value));
    }

    @Override
    public ColumnSpec defaultNow() {
        return to(new DefaultValue.Now());
    }

    @Override
    public ColumnSpec defaultExpression(String sql) {
        return to(new DefaultValue.Expression(Checked.text("default expression", sql)));
    }

    @Override
    public ColumnSpec identity(Consumer<IdentitySpec> numbering) {
        RecordedIdentity recorded = new RecordedIdentity();
        numbering.accept(recorded);
        column = recorded.on(column);
        return this;
    }

    @Override
    public ColumnSpec identity() {
        column = column.withIdentity(Optional.of(Identity.BY_DEFAULT)).withNullable(false);
        return this;
    }

    @Override
    public ColumnSpec generatedAs(String sql) {
        column = column.withGenerated(Optional.of(new Generated(Checked.text("generated expression", sql), true)));
        return this;
    }

    @Override
    public ColumnSpec primaryKey() {
        primaryKey = true;
        return notNull();
    }

    @Override
    public ColumnSpec unique() {
        unique = true;
        return this;
    }

    @Override
    public ColumnSpec comment(String text) {
        column = column.withComment(Optional.of(requireNonNull(text, "text")));
        return this;
    }

    @Override
    public ReferenceSpec references(String table, String referenced) {
        RecordedForeignKey reference = new RecordedForeignKey();
        reference.columns(name()).references(table, referenced);
        references.add(reference);
        return this;
    }

    @Override
    public ReferenceSpec onDelete(Action action) {
        references.get(references.size() - 1).onDelete(action);
        return this;
    }

    @Override
    public ReferenceSpec onUpdate(Action action) {
        references.get(references.size() - 1).onUpdate(action);
        return this;
    }
}
