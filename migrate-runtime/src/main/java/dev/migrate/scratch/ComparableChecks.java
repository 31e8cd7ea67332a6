package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.util.List;

/**
 * Checks in the form in which one database can compare them.
 *
 * @param dialect the database
 */
record ComparableChecks(Dialect dialect) {

    String canonical(Table table, CheckConstraint check) {
        Table alone = Table.of(table.name(), table.columns()).with(new CheckConstraint("c", check.condition()));
        return dialect.normalized(SchemaModel.of(List.of(alone))).tables().stream()
                .flatMap(normal -> normal.checks().stream())
                .map(CheckConstraint::condition)
                .findFirst()
                .orElse(check.condition());
    }
}
