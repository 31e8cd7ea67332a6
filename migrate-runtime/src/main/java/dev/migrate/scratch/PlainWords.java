package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Says what a database reported in the words of the mapping, where the two are the same to the database: a person writes
 * {@code status in ('NEW', 'OLD')}, and no sequence's usual limits.
 */
final class PlainWords {

    private final Dialect dialect;
    private final SchemaModel mapping;

    PlainWords(Dialect dialect, SchemaModel mapping) {
        this.dialect = dialect;
        this.mapping = mapping;
    }

    SchemaModel of(SchemaModel read) {
        return read.changeAll(this::table)
                .withSequences(read.sequences().stream().map(this::sequence).toList());
    }

    private Table table(Table read) {
        Optional<Table> mapped = mapping.findTable(read.name());
        if (mapped.isEmpty() || read.checks().isEmpty()) {
            return read;
        }
        return read.withConstraints(read.constraints().stream()
                .map(constraint -> constraint instanceof CheckConstraint check
                        ? check(read, check, mapped.get().checks())
                        : constraint)
                .toList());
    }

    private Constraint check(Table table, CheckConstraint read, List<CheckConstraint> mapped) {
        String canonical = canonical(table, read);
        return mapped.stream()
                .filter(check -> canonical(table, check).equals(canonical))
                .findFirst()
                .map(check -> read.withCondition(check.condition()))
                .orElse(read);
    }

    private String canonical(Table table, CheckConstraint check) {
        Table alone = Table.of(table.name(), table.columns()).with(new CheckConstraint("c", check.condition()));
        return dialect.normalized(SchemaModel.of(List.of(alone))).tables().stream()
                .flatMap(normal -> normal.checks().stream())
                .map(CheckConstraint::condition)
                .findFirst()
                .orElse(check.condition());
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
