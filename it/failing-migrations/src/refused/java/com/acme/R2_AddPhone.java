package com.acme;

import dev.migrate.*;

@Revision(id = "b2", downRevision = "a1", message = "add phone")
public final class R2_AddPhone implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customers", c -> c.varchar("phone", 32));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customers", "phone");
    }
}
