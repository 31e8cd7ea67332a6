package dev.migrate.bench;

import dev.migrate.Action;
import dev.migrate.Migration;
import dev.migrate.Operations;

/**
 * A hundred tables as an application has them, each with a bit of everything that all databases have.
 *
 * @param number of the hundred
 */
record WideMigration(int number) implements Migration {

    static final int TABLES = 100;

    @Override
    public void upgrade(Operations op) {
        for (int i = number * TABLES; i < (number + 1) * TABLES; i++) {
            create(op, i);
        }
    }

    private static void create(Operations op, int table) {
        op.createTable("w" + table, t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("code", 40).notNull().unique();
            t.varchar("name", 120).notNull().comment("as people say it");
            t.text("description");
            t.decimal("price", 12, 2).notNull().defaultValue(0);
            t.integer("stock").notNull().defaultValue(1);
            t.bool("active").notNull().defaultValue(true);
            t.date("valid_from");
            t.timestamp("created_at").notNull().defaultNow();
            t.json("settings");
            t.enumOf("kind", "small", "large");
            t.bigint("parent_id").references("w" + Math.max(0, table - 1), "id").onDelete(Action.CASCADE);
            t.check("stock", "stock >= 0");
            t.index("name");
            t.index("active", "created_at");
            t.comment("table " + table);
        });
    }

    @Override
    public void downgrade(Operations op) {
        for (int i = (number + 1) * TABLES - 1; i >= number * TABLES; i--) {
            op.dropTable("w" + i);
        }
    }
}
