package com.acme;

import dev.migrate.*;
import java.util.UUID;

@Revision(id = "b2", downRevision = "a1", message = "add phone")
public final class R2_AddPhone implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("UPDATE users SET email = ?", UUID.randomUUID().toString());
    }

    @Override
    public void downgrade(Operations op) {}
}
