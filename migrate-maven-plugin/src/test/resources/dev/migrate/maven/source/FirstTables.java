package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change FirstTables")
public final class FirstTables implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("teams", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("name", 120).notNull().unique();
        });
        op.createTable("users", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().unique();
            t.varchar("status", 16).notNull().defaultValue("active");
            t.timestamp("created_at").notNull().defaultNow();
            t.bigint("team_id").references("teams", "id").onDelete(Action.SET_NULL);
            t.check("email_has_at", "email LIKE '%@%'");
            t.index("created_at");
            t.comment("People who can log in");
        });
        op.createTable("memberships", t -> {
            t.bigint("team_id").notNull();
            t.bigint("user_id").notNull();
            t.date("since");
            t.primaryKey("team_id", "user_id");
            t.unique(u -> u.named("a_user_starts_once").columns("user_id", "since"));
        });
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("memberships");
        op.dropTable("users");
        op.dropTable("teams");
    }
}
