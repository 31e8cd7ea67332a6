package com.acme;

import dev.migrate.*;

@Revision(id = "c3", downRevision = "a1", message = "add avatar")
public final class R3_AddAvatar implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", c -> c.varchar("avatar", 255));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("users", "avatar");
    }
}
