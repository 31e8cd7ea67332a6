package com.acme.shop.migrations;

import dev.migrate.*;

@Revision(id = "8f3c2a91d07e", downRevision = "5b1f0c77a2de", message = "add user avatar")
public final class R20260410_AddUserAvatar implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", c -> c.varchar("avatar", 255).comment("URL of the picture"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("users", "avatar");
    }
}
