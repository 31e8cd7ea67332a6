package com.acme;

import com.acme.names.Names;
import dev.migrate.*;

@Revision(id = "a1", message = "users")
public final class R1_Users implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable(Names.users(), t -> t.bigint("id").identity().primaryKey());
    }
}
