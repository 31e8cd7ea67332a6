package com.acme

import dev.migrate.*

@Revision(id = "b2", downRevision = ["a1"], message = "add phone")
class R2_AddPhone : Migration {
    override fun upgrade(op: Operations) {
        op.addColumn("users") { c -> c.varchar("phone", 32) }
    }

    override fun downgrade(op: Operations) {
        op.dropColumn("users", "phone")
    }
}
