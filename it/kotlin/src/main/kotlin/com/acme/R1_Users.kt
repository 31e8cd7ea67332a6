package com.acme

import dev.migrate.*

@Revision(id = "a1", message = "users")
class R1_Users : ReversibleMigration {
    override fun change(op: Operations) {
        op.createTable("users") { t ->
            t.bigint("id").identity().primaryKey()
            t.varchar("email", 320).notNull().unique()
        }
    }
}
