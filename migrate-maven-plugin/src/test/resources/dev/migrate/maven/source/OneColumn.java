package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change OneColumn")
public final class OneColumn implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", c -> c.varchar("avatar", 255).comment("URL of the picture"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("users", "avatar");
    }
}
