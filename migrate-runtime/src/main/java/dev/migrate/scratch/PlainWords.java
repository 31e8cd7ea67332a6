package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Says what a database reported in the words of the mapping, where the two are the same to the database: a person writes
 * {@code status in ('NEW', 'OLD')}, and neither a sequence's usual limits nor that a key does what it does anyway.
 */
final class PlainWords {

    private final Dialect dialect;
    private final ComparableChecks checks;
    private final SchemaModel mapping;

    PlainWords(Dialect dialect, SchemaModel mapping) {
        this.dialect = dialect;
        this.checks = new ComparableChecks(dialect);
        this.mapping = mapping;
    }

    SchemaModel of(SchemaModel read) {
        return read.changeAll(this::table)
                .withSequences(read.sequences().stream().map(this::sequence).toList());
    }

    private Table table(Table read) {
        List<CheckConstraint> mapped =
                mapping.findTable(read.name()).map(Table::checks).orElse(List.of());
        return read.withConstraints(read.constraints().stream()
                .map(constraint -> constraint(read, constraint, mapped))
                .toList());
    }

    private Constraint constraint(Table table, Constraint read, List<CheckConstraint> mapped) {
        if (read instanceof ForeignKey key) {
            return key(key);
        }
        return read instanceof CheckConstraint check && !mapped.isEmpty() ? check(table, check, mapped) : read;
    }

    /** MariaDB says of every key that it restricts. */
    private ForeignKey key(ForeignKey read) {
        ForeignKey plain = read.withActions(plain(read.onDelete()), plain(read.onUpdate()));
        return plain.equals(read) || !normalized(plain).equals(normalized(read)) ? read : plain;
    }

    private static ReferentialAction plain(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    private SchemaModel normalized(ForeignKey key) {
        List<Column> columns = key.columns().stream()
                .map(column -> Column.of(column, new ColumnType.IntegerType(64)))
                .toList();
        return dialect.normalized(
                SchemaModel.of(List.of(Table.of(TableName.parse("t"), columns).with(key))));
    }

    private Constraint check(Table table, CheckConstraint read, List<CheckConstraint> mapped) {
        String canonical = checks.canonical(table, read);
        return mapped.stream()
                .filter(check -> checks.canonical(table, check).equals(canonical))
                .findFirst()
                .map(check -> read.withCondition(check.condition()))
                .orElse(read);
    }

    private Sequence sequence(Sequence read) {
        Sequence plain = plain(read, Optional.empty());
        return areOne(plain, read) ? plain : areOne(plain(read, read.cache()), read) ? plain(read, read.cache()) : read;
    }

    private static Sequence plain(Sequence read, Optional<Long> cache) {
        return new Sequence(
                read.name(),
                Optional.empty(),
                read.start(),
                read.increment(),
                Optional.empty(),
                Optional.empty(),
                cache,
                read.cycle(),
                read.owner(),
                read.comment());
    }

    private boolean areOne(Sequence one, Sequence other) {
        return dialect.normalized(SchemaModel.empty().with(one))
                .equals(dialect.normalized(SchemaModel.empty().with(other)));
    }
}
