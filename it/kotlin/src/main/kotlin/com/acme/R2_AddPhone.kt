package com.acme

import dev.migrate.*

@Revision(id = "b2", downRevision = ["a1"], message = "add phone")
class R2_AddPhone : Migration {
    override fun upgrade(op: Operations) {
        op.addColumn("users") { c -> c.varchar("phone", 32) }
        op.addUnique("users") { u -> u.columns("phone").nullsNotDistinct() }
        op.renameConstraint("users", "uq_users_phone", "uq_users_telephone")
        op.createSequence("calls") { s -> s.startWith(1000).incrementBy(10) }
        op.createView("reachable", "SELECT id, phone FROM users WHERE phone IS NOT NULL")
    }

    override fun downgrade(op: Operations) {
        op.dropView("reachable")
        op.dropSequence("calls")
        op.dropConstraint("users", "uq_users_telephone", ConstraintKind.UNIQUE)
        op.dropColumn("users", "phone")
    }
}
