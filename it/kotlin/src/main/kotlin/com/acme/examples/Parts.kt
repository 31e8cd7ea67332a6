package com.acme.examples

import dev.migrate.*
import java.math.BigDecimal

/** All that can be said of a column of a table that is there. */
fun columns(op: Operations) {
    op.addColumn("users") { c -> c.varchar("avatar", 255).comment("URL of the picture").after("email") }.ifNotExists()
    op.addColumn("users") { c -> c.bigint("id").first() }
    op.addColumn("users") { c -> c.bigint("team_id").references("teams", "id").notValid() }
    op.dropColumn("users", "avatar").ifExists()
    op.renameColumn("users", "avatar", "avatar_url").ifExists()
    op.alterColumn("users", "a") { c -> c.bigint().identity().first() }.ifExists()
    op.alterColumn("users", "b") { c -> c.integer().identityAlways().after("a") }
    op.alterColumn("users", "c") { c -> c.smallint().dropIdentity() }
    op.alterColumn("users", "d") { c -> c.tinyint().defaultValue(1) }
    op.alterColumn("users", "e") { c -> c.bool().defaultValue(false) }
    op.alterColumn("users", "f") { c -> c.decimal(12, 2).defaultValue(BigDecimal("0.5")) }
    op.alterColumn("users", "g") { c -> c.real().nullable() }
    op.alterColumn("users", "h") { c -> c.doublePrecision().notNull() }
    op.alterColumn("users", "i") { c -> c.varchar(80).defaultValue("none").charset("latin1") }
    op.alterColumn("users", "j") { c -> c.character(1).defaultValue('x').collation("ascii_bin") }
    op.alterColumn("users", "k") { c -> c.text().dropCollation() }
    op.alterColumn("users", "l") { c -> c.binary(16).dropDefault() }
    op.alterColumn("users", "m") { c -> c.varbinary(16).invisible() }
    op.alterColumn("users", "n") { c -> c.blob().visible() }
    op.alterColumn("users", "o") { c -> c.date().comment("the day") }
    op.alterColumn("users", "p") { c -> c.time().dropComment() }
    op.alterColumn("users", "q") { c -> c.time(3) }
    op.alterColumn("users", "r") { c -> c.timestamp().defaultNow().onUpdateNow() }
    op.alterColumn("users", "s") { c -> c.timestamp(3).dropOnUpdate() }
    op.alterColumn("users", "t") { c -> c.timestampTz() }
    op.alterColumn("users", "u") { c -> c.timestampTz(3) }
    op.alterColumn("users", "v") { c -> c.uuid().defaultExpression("gen_random_uuid()") }
    op.alterColumn("users", "w") { c -> c.json().using("w::jsonb") }
    op.alterColumn("users", "x") { c -> c.enumOf("open", "closed") }
    op.alterColumn("users", "y") { c -> c.type(Type.raw("inet")).generatedAs("a + 1") }
    op.alterColumn("users", "z") { c -> c.generatedVirtualAs("a + 1") }
    op.alterColumn("users", "z") { c -> c.dropGenerated() }
}

/** All that can be said of an index. */
fun indexes(op: Operations) {
    op.createIndex("orders") { i ->
        i.named("ix_open_orders").on("customer_id").where("status = 'open'").concurrently().ifNotExists()
    }
    op.createIndex("orders") { i ->
        i.on("placed_at").descending().nullsFirst().operatorClass("timestamp_ops").desc("total").nullsLast()
            .on("note").collation("\"C\"").include("status").using("btree").with("fillfactor", 70)
            .with("deduplicate_items", "off").unique().nullsNotDistinct()
    }
    op.createIndex("users") { i -> i.named("ix_users_lower_email").onExpression("lower(email)") }
    op.createIndex("articles") { i ->
        i.on("body").prefix(64).invisible().algorithm(Algorithm.INPLACE).lock(TableLock.NONE)
    }
    op.createIndex("articles") { i -> i.on("body").fulltext() }
    op.createIndex("articles") { i -> i.on("title").fulltext("ngram") }
    op.createIndex("shops") { i -> i.on("place").spatial() }
    op.dropIndex("users", "ix_users_name").ifExists()
    op.dropIndexConcurrently("users", "ix_users_name")
    op.renameIndex("users", "ix_a", "ix_b").ifExists()
}

/** All that can be said of a key or constraint. */
fun constraints(op: Operations) {
    op.addPrimaryKey("memberships", "team_id", "user_id").ifNotExists()
    op.addPrimaryKey("memberships") { k -> k.named("memberships_key").columns("team_id", "user_id") }
    op.addPrimaryKey("tickets") { k -> k.columns("id").include("number").deferrable() }
    op.addPrimaryKey("calls") { k -> k.columns("id").initiallyDeferred() }
    op.addUnique("memberships", "team_id", "user_id")
    op.addUnique("rooms") { u -> u.columns("house", "name").initiallyDeferred() }
    op.addForeignKey("bookings") { f ->
        f.named("fk_room").columns("house", "room").references("rooms", "house", "number").matchFull()
            .onDelete(Action.SET_NULL, "room").onUpdate(Action.CASCADE).deferrable().notValid()
    }
    op.addForeignKey("bookings") { f ->
        f.columns("house").references("houses", "id").onDelete(Action.CASCADE).initiallyDeferred().notEnforced()
    }
    op.addCheck("orders", "positive_total", "total >= 0")
    op.addCheck("orders", "small_total", "total < 100") { c -> c.notValid() }
    op.addExclude("rooms") { e ->
        e.named("ex_rooms").using("gist").on("house", "=").operatorClass("int4_ops")
            .onExpression("int4range(a, b)", "&&").where("name IS NOT NULL").include("number").deferrable()
    }
    op.addExclude("rooms") { e -> e.on("during", "&&").initiallyDeferred() }
    op.validateConstraint("bookings", "fk_room").ifExists()
    op.dropConstraint("orders", "ck_orders_positive_total").ifExists()
    op.dropConstraint("orders", "orders_ibfk_1", ConstraintKind.FOREIGN_KEY)
    op.dropPrimaryKey("memberships")
    op.renameConstraint("orders", "ck_a", "ck_b").ifExists()
    op.renameConstraint("orders", "uq_a", "uq_b", ConstraintKind.UNIQUE)
}
