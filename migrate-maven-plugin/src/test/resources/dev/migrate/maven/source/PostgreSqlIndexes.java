package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change PostgreSqlIndexes")
public final class PostgreSqlIndexes implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createIndex(
                "users",
                i -> i.named("ix_users_lower_email")
                        .onExpression("lower(email)")
                        .unique());
        op.alterTable("shop.orders", t -> {
            t.alterColumn("number", c -> c.bigint().using("number::bigint"));
            t.addIndex(i -> i.named("ix_orders_open")
                    .on("customer_id")
                    .on("placed_on")
                    .descending()
                    .nullsLast()
                    .include("total")
                    .where("status = 'open' AND NOT archived"));
            t.addIndex(i -> i.on("tags").operatorClass("jsonb_path_ops").using("gin"));
        });
    }

    @Override
    public void downgrade(Operations op) {
        op.alterTable("shop.orders", t -> {
            t.dropIndex("ix_orders_tags");
            t.dropIndex("ix_orders_open");
            t.alterColumn("number", c -> c.text());
        });
        op.dropIndex("users", "ix_users_lower_email");
    }
}
