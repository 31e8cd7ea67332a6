package com.acme.audit;

import dev.migrate.*;

@Revision(id = "l1", message = "audit log")
public final class R1_AuditLog implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("audit_log", t -> t.bigint("id").identity().primaryKey());
    }
}
