def scenario = new Scenario(basedir)
def written = scenario.file('src/main/java/com/acme/shop/migrations').listFiles().toList()

assert written.size() == 1
assert written[0].text.replaceFirst(/id = "\w{12}"/, 'id = "…"').replaceFirst(/R\d{8}_/, 'R_') == '''package com.acme.shop.migrations;

import dev.migrate.*;

@Revision(id = "…", message = "first")
public final class R_First implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence("orders_seq", s -> s.incrementBy(50));
        op.createTable("customers", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 200).notNull().unique();
            t.enumOf("level", "GOLD", "SILVER");
            t.timestampTz("since");
            t.index("since");
        });
        op.createTable("customers_customers", t -> {
            t.bigint("customer_id").notNull().references("customers", "id");
            t.bigint("friends_id").notNull().references("customers", "id");
            t.primaryKey("customer_id", "friends_id");
        });
        op.createTable("orders", t -> {
            t.bigint("id").primaryKey();
            t.decimal("total", 12, 2);
            t.integer("version").notNull();
            t.bigint("customer_id").notNull().references("customers", "id");
        });
        op.createTable("vouchers", t -> {
            t.bigint("id").primaryKey();
            t.bigint("customer_id").references("customers", "id");
        });
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("vouchers");
        op.dropTable("orders");
        op.dropTable("customers_customers");
        op.dropTable("customers");
        op.dropSequence("orders_seq");
    }
}
'''
scenario.mustSay('model: persistence unit shop, 3 mapped classes', '  add table customers_customers')
scenario.mustNotSay('HHH') // Hibernate's own words
context.put('first', written[0].name)
