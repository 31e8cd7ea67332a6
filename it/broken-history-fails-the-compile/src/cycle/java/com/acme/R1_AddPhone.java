package com.acme;

import dev.migrate.*;

@Revision(id = "a1", downRevision = "b2", message = "add phone")
public final class R1_AddPhone implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", c -> c.varchar("phone", 32));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("users", "phone");
    }
}
