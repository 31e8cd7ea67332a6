package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change DroppedColumns")
public final class DroppedColumns implements Migration {

    @Override
    public void upgrade(Operations op) {
        // users.name may have become users.full_name. If so, write this migration again with
        // -Dmigrate.renames="users.name>full_name", and no value is lost.
        op.alterTable("users", t -> {
            t.addColumn(c -> c.varchar("full_name", 200));
            // loses data: the values of users.fax
            t.dropColumn("fax");
            // loses data: the values of users.name
            t.dropColumn("name");
        });
        // may lose data: values longer than 8 characters do not fit
        op.alterColumn("users", "status", c -> c.varchar(8));
        // loses data: the rows of audit
        op.dropTable("audit");
    }

    @Override
    public void downgrade(Operations op) {
        op.createTable("audit", t -> {
            t.text("line");
        });
        op.alterColumn("users", "status", c -> c.varchar(16));
        op.alterTable("users", t -> {
            t.addColumn(c -> c.varchar("name", 200).after("id"));
            t.addColumn(c -> c.varchar("fax", 32));
            t.dropColumn("full_name");
        });
    }
}
