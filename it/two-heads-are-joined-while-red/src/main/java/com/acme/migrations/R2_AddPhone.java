package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "b2", downRevision = "a1", message = "add phone")
public final class R2_AddPhone implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.addColumn("users", c -> c.varchar("phone", 32));
    }
}
