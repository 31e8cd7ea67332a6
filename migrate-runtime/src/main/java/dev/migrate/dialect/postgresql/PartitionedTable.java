package dev.migrate.dialect.postgresql;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Table;

/** A table whose rows are in others, its partitions. */
final class PartitionedTable {

    /** The option that tells how rows find their partition: {@code RANGE (placed_on)}. */
    static final String OPTION = "partition_by";

    private PartitionedTable() {}

    /** What the server would say in the middle of a run. */
    static void refuseConcurrently(PostgreSqlDialect dialect, Table table, String index, String verb, String way) {
        String key = table.options().get(OPTION);
        if (key != null) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            dialect.describe() + " cannot " + verb
                                    + " an index of a partitioned table concurrently, but " + index + " is one: table "
                                    + table.name() + " is partitioned by " + key)
                    .next(way));
        }
    }
}
