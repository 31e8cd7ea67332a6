package com.acme.migrations;

import com.acme.NowhereToBeFound;
import dev.migrate.*;

@Revision(id = "c3", downRevision = "b2", message = "orders" + " and lines")
public final class R3_Orders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(NowhereToBeFound.ORDERS, t -> t.bigint("id").identity().primaryKey());
    }
}
