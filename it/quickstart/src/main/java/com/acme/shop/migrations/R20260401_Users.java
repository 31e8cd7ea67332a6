package com.acme.shop.migrations;

import dev.migrate.*;

@Revision(id = "5b1f0c77a2de", message = "users")
public final class R20260401_Users implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("users", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().unique();
            t.varchar("status", 16).defaultValue("active");
            t.timestamp("created_at").notNull().defaultNow();
            t.index("created_at");
            t.check("email_has_at", "email LIKE '%@%'");
            t.comment("People who can log in");
        });
        op.insert(
                "users",
                r -> r.columns("email", "status")
                        .row("alice@acme.example", "active")
                        .row("bob@acme.example", "inactive")
                        .row("carol@acme.example", null)
                        .row("dave@acme.example", "Active")
                        .row("erin@acme.example", "banned"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
