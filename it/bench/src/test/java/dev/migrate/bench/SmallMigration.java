package dev.migrate.bench;

import dev.migrate.Migration;
import dev.migrate.Operations;

/** One table of five columns and one index. */
record SmallMigration(int number) implements Migration {

    @Override
    public void upgrade(Operations op) {
        String table = "t" + number;
        op.createTable(table, t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("name", 120).notNull();
            t.varchar("email", 320);
            t.integer("age");
            t.timestamp("created_at");
        });
        op.createIndex(table, i -> i.on("name"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("t" + number);
    }
}
