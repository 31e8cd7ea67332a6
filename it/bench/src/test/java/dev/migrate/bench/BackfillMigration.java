package dev.migrate.bench;

import dev.migrate.Migration;
import dev.migrate.Operations;

/** A table of orders, and then a backfill that counts how often it meets each of them. */
record BackfillMigration(int number) implements Migration {

    static final int BATCH = 5_000;

    @Override
    public void upgrade(Operations op) {
        if (number == 0) {
            op.createTable("orders", t -> {
                t.bigint("id").primaryKey();
                t.decimal("total", 12, 2).notNull();
                t.bigint("total_cents");
                t.integer("met").notNull().defaultValue(0);
                t.bigint("writes").notNull().defaultValue(0);
            });
        } else {
            op.backfill("orders", b -> b.key("id").batch(BATCH).set("total_cents = round(total * 100), met = met + 1"));
        }
    }

    @Override
    public void downgrade(Operations op) {
        if (number == 0) {
            op.dropTable("orders");
        } else {
            op.backfill("orders", b -> b.set("total_cents = NULL, met = 0"));
        }
    }
}
