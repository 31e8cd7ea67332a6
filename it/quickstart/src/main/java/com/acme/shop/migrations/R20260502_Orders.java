package com.acme.shop.migrations;

import dev.migrate.*;

@Revision(id = "1d9a7730be42", downRevision = "c44e1b2a9f00", message = "orders")
public final class R20260502_Orders implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("orders", t -> {
            t.bigint("id").identity().primaryKey();
            t.bigint("user_id").notNull().references("users", "id");
            t.timestamp("placed_at").notNull().defaultNow();
            t.decimal("total", 12, 2).notNull();
            t.check("total_not_negative", "total >= 0");
            t.index(i -> i.on("user_id").desc("placed_at"));
        });
        op.createTable("order_lines", t -> {
            t.bigint("order_id").notNull().references("orders", "id").onDelete(Action.CASCADE);
            t.integer("line");
            t.varchar("product", 120).notNull();
            t.integer("quantity").notNull().defaultValue(1);
            t.decimal("price", 12, 2).notNull();
            t.primaryKey("order_id", "line");
            t.index("product");
        });
    }
}
