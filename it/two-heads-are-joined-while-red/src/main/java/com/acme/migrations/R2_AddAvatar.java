package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "c3", downRevision = "a1", message = "add avatar")
public final class R2_AddAvatar implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.addColumn("users", c -> c.varchar("avatar", 255));
    }
}
