package dev.migrate.record;

import dev.migrate.UniqueSpec;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one unique constraint. */
final class RecordedUnique implements UniqueSpec {

    private final Naming naming;
    private @Nullable String name;
    private List<String> columns = List.of();
    private boolean nullsNotDistinct;
    private List<String> include = List.of();
    private Optional<Deferral> deferral = Optional.empty();

    RecordedUnique(Naming naming) {
        this.naming = naming;
    }

    UniqueConstraint constraint(TableName table) {
        if (columns.isEmpty()) {
            throw Checked.bad("a unique constraint of " + table + " has no column", "write u -> u.columns(\"column\")");
        }
        return new UniqueConstraint(
                name == null ? naming.unique(table, columns) : name, columns, nullsNotDistinct, include, deferral);
    }

    @Override
    public UniqueSpec named(String fullName) {
        name = naming.name("unique constraint", fullName);
        return this;
    }

    @Override
    public UniqueSpec columns(String column, String... more) {
        columns = naming.columns(column, more);
        return this;
    }

    @Override
    public UniqueSpec nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    @Override
    public UniqueSpec include(String column, String... more) {
        include = naming.columns(column, more);
        return this;
    }

    @Override
    public UniqueSpec deferrable() {
        deferral = Optional.of(deferral.orElse(Deferral.IMMEDIATE));
        return this;
    }

    @Override
    public UniqueSpec initiallyDeferred() {
        deferral = Optional.of(Deferral.DEFERRED);
        return this;
    }
}
