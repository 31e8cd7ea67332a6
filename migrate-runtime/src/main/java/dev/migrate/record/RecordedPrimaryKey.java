package dev.migrate.record;

import dev.migrate.PrimaryKeySpec;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one primary key. */
final class RecordedPrimaryKey implements PrimaryKeySpec {

    private final Naming naming;
    private @Nullable String name;
    private List<String> columns = List.of();
    private List<String> include = List.of();
    private Optional<Deferral> deferral = Optional.empty();

    RecordedPrimaryKey(Naming naming) {
        this.naming = naming;
    }

    PrimaryKey key(TableName table) {
        if (columns.isEmpty()) {
            throw Checked.bad("a primary key of " + table + " has no column", "write k -> k.columns(\"id\")");
        }
        return new PrimaryKey(name == null ? naming.primaryKey(table) : name, columns, include, deferral);
    }

    @Override
    public PrimaryKeySpec named(String fullName) {
        name = naming.name("primary key", fullName);
        return this;
    }

    @Override
    public PrimaryKeySpec columns(String column, String... more) {
        columns = naming.columns(column, more);
        return this;
    }

    @Override
    public PrimaryKeySpec include(String column, String... more) {
        include = naming.columns(column, more);
        return this;
    }

    @Override
    public PrimaryKeySpec deferrable() {
        deferral = Optional.of(deferral.orElse(Deferral.IMMEDIATE));
        return this;
    }

    @Override
    public PrimaryKeySpec initiallyDeferred() {
        deferral = Optional.of(Deferral.DEFERRED);
        return this;
    }
}
