package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change OtherSchema")
public final class OtherSchema implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSchema("shop");
        op.comment(CommentOn.SCHEMA, "shop", "What is sold");
        op.createTable("shop.orders", t -> {
            t.bigint("id").identity().primaryKey();
            t.bigint("customer_id")
                    .references("crm.\"our.customers\"", "id")
                    .named("fk_customer_of_crm")
                    .onDelete(Action.SET_NULL);
            t.foreignKey(f ->
                    f.columns("customer_id").references("shop.customers", "id").onDelete(Action.SET_NULL));
        });
        op.renameTable("shop.clients", "customers");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameTable("shop.customers", "clients");
        op.dropTable("shop.orders");
        op.dropSchema("shop");
    }
}
