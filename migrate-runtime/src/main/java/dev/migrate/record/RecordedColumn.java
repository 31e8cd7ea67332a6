package dev.migrate.record;

import dev.migrate.Action;
import dev.migrate.ColumnSpec;
import dev.migrate.IdentitySpec;
import dev.migrate.ReferenceSpec;
import dev.migrate.operation.AddColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers what is said about one new column: the column itself, and the constraints that are said beside it. */
final class RecordedColumn extends RecordedWords<ColumnSpec> implements ReferenceSpec {

    private final TableName table;
    private final ColumnType type;
    private final Naming naming;
    private boolean primaryKey;
    private boolean unique;
    private Optional<RecordedIdentity> numbers = Optional.empty();
    private final List<RecordedForeignKey> references = new ArrayList<>();

    RecordedColumn(TableName table, String name, ColumnType type, Naming naming) {
        super(table, name, naming);
        this.table = table;
        this.type = type;
        this.naming = naming;
    }

    @Override
    ColumnSpec self() {
        return this;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    /** The column without its constraints, in a table where columns stand as they are written. */
    Column column() {
        words().position().ifPresent(position -> {
            throw Checked.bad(
                    "column " + table + "." + name() + " of a new table says that it stands " + position,
                    "write the columns in the order in which they are to stand");
        });
        return said();
    }

    private Column said() {
        Column plain = words().operation().changed(Column.of(name(), type));
        Column column = numbers.map(recorded -> recorded.on(plain)).orElse(plain);
        if (column.generated().isPresent()
                && (column.defaultValue().isPresent() || column.identity().isPresent())) {
            throw Checked.bad(
                    "column " + name() + " is generated and has a default or an identity as well",
                    "choose one of them");
        }
        return column;
    }

    /** The column as one that a table gets which is there. */
    AddColumn operation() {
        return new AddColumn(table, said(), words().position());
    }

    /** The constraints that were said beside the column. */
    List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        if (primaryKey) {
            constraints.add(new PrimaryKey(naming.primaryKey(table), List.of(name())));
        }
        if (unique) {
            constraints.add(new UniqueConstraint(naming.unique(table, List.of(name())), List.of(name())));
        }
        references.forEach(reference -> constraints.add(reference.key(table)));
        return constraints;
    }

    @Override
    public ColumnSpec identity(Consumer<IdentitySpec> numbering) {
        RecordedIdentity recorded = new RecordedIdentity();
        numbering.accept(recorded);
        numbers = Optional.of(recorded);
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
    public ReferenceSpec references(String table, String referenced) {
        RecordedForeignKey reference = new RecordedForeignKey(naming);
        reference.columns(name()).references(table, referenced);
        references.add(reference);
        return this;
    }

    private ReferenceSpec ofLast(Consumer<RecordedForeignKey> word) {
        word.accept(references.get(references.size() - 1));
        return this;
    }

    @Override
    public ReferenceSpec named(String fullName) {
        return ofLast(reference -> reference.named(fullName));
    }

    @Override
    public ReferenceSpec onDelete(Action action) {
        return ofLast(reference -> reference.onDelete(action));
    }

    @Override
    public ReferenceSpec onUpdate(Action action) {
        return ofLast(reference -> reference.onUpdate(action));
    }

    @Override
    public ReferenceSpec deferrable() {
        return ofLast(RecordedForeignKey::deferrable);
    }

    @Override
    public ReferenceSpec initiallyDeferred() {
        return ofLast(RecordedForeignKey::initiallyDeferred);
    }

    @Override
    public ReferenceSpec notValid() {
        return ofLast(RecordedForeignKey::notValid);
    }

    @Override
    public ReferenceSpec notEnforced() {
        return ofLast(RecordedForeignKey::notEnforced);
    }
}
