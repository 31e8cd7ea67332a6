package com.acme.examples

import dev.migrate.*

/** All that stands beside the tables. */
fun objects(op: Operations) {
    op.createSequence("calls").ifNotExists()
    op.createSequence("tickets") { s ->
        s.bigint().startWith(1000).incrementBy(10).minValue(1).maxValue(9999).cache(20).cycle()
            .ownedBy("orders", "ticket").comment("one for each call")
    }
    op.createSequence("small") { s -> s.smallint() }
    op.createSequence("middle") { s -> s.integer() }
    op.alterSequence("tickets") { s ->
        s.bigint().startWith(2000).incrementBy(1).minValue(2).maxValue(99).cache(1).cycle().ownedBy("orders", "number")
    }.ifExists()
    op.alterSequence("tickets") { s -> s.integer().noMinValue().noMaxValue().noCycle().notOwned().restartWith(5000) }
    op.alterSequence("tickets") { s -> s.smallint().usualCache() }
    op.renameSequence("tickets", "calls").ifExists()
    op.dropSequence("tickets").ifExists()
    op.createSchema("billing").ifNotExists()
    op.dropSchema("billing").ifExists()
    op.createEnum("mood", "sad", "ok")
    op.addEnumValue("mood", "great").ifNotExists()
    op.addEnumValue("mood", "fine") { v -> v.before("great") }
    op.addEnumValue("mood", "happy") { v -> v.after("great") }
    op.renameEnumValue("mood", "ok", "fine").ifExists()
    op.setEnumValues("mood", "happy", "sad")
    op.renameEnum("mood", "feeling").ifExists()
    op.dropEnum("feeling").ifExists()
    op.createView("active_users", "SELECT id FROM users").ifNotExists()
    op.replaceView("active_users", "SELECT id, email FROM users")
    op.dropView("active_users").ifExists()
    op.comment(CommentOn.VIEW, "active_users", "Who can log in").ifExists()
    op.dropComment(CommentOn.SEQUENCE, "calls")
}

/** All that is about rows. */
fun rows(op: Operations) {
    op.insert("roles") { r -> r.columns("id", "name").row(1, "admin").row(2, null) }
    op.update("roles") { u -> u.set("name", "owner").setExpression("rank", "rank + 1").where("id = ?", 1) }
    op.update("roles") { u -> u.set("name", null).everywhere() }
    op.delete("roles") { d -> d.where("id = ?", 2) }
    op.delete("roles") { d -> d.everywhere() }
    op.backfill("orders") { b ->
        b.key("id").batch(5_000).pauseMillis(50).set("cents = round(total * ?)", 100).where("state = ?", "open")
    }
    op.execute("DELETE FROM sessions WHERE seen_at < ? OR client = ?", "2026-01-01", null).repeatable()
    op.script("db/views.sql").repeatable()
    op.verify("every status is known", "SELECT count(*) FROM users WHERE status IS NULL", 0)
    op.verify("nobody is lost", "SELECT count(*) FROM users WHERE team = ?", 0, "lost")
    op.run("hash the API keys", 1) { ctx ->
        ctx.connection().createStatement().use { it.execute("UPDATE clients SET hash = 1") }
        ctx.progress(ctx.database().name + ctx.x("salt") + ctx.x("pepper", "none"))
    }.doneWhen("SELECT count(*) = 0 FROM clients WHERE hash IS NULL")
}

/** All that says when and where. */
fun flow(op: Operations) {
    op.onlyOn(Database.POSTGRESQL) { o -> o.outsideTransaction { p -> p.execute("VACUUM ANALYZE orders") } }
    op.onlyOn(Database.MYSQL, Database.MARIADB) { o -> o.dropTable("a") }
    op.onlyOn(Database.H2, Database.SQLITE, Database.MARIADB) { o -> o.dropTable(op.x("tenant") + op.x("of", "")) }
    op.atomically { o -> o.execute("DELETE FROM a") }
    op.inverseOf { o -> o.createSchema("billing") }
    op.decide("drop what points at legacy_users") { db, o ->
        db.foreignKeysTo("legacy_users").forEach { key ->
            o.dropConstraint(key.table(), key.name())
            o.comment(CommentOn.SCHEMA, "s", "${key.columns()} ${key.references()} ${key.referencedColumns()}")
        }
        val names: List<String> = db.tables()
        db.table(names.first()).ifPresent { table -> describe(o, table) }
        if (db.database() == Database.H2 && db.serverVersion() > "2" && db.hasTable("a") && db.hasColumn("a", "b")) {
            val first: Any? = db.query("SELECT * FROM a WHERE b = ?", 1).first()["b"]
            val second: String = db.queryOne("SELECT max(b) FROM a WHERE c = ?", null).orElse(first ?: "").toString()
            o.execute("DELETE FROM a WHERE b = ?", second)
        }
    }
}

private fun describe(op: Operations, table: DatabaseView.TableView) {
    table.columns().filter { !it.nullable() }.forEach { op.addColumn("copy") { c -> c.column(it.name(), Type.raw(it.type())) } }
    table.indexes().filter { it.unique() }.forEach { op.addUnique(table.name(), it.columns().first()) }
    table.constraints().filter { it.kind() == ConstraintKind.UNIQUE && it.columns() == table.primaryKey() }
        .forEach { op.dropConstraint(table.name(), it.name()) }
    table.foreignKeys().forEach { op.dropConstraint(table.name(), it.name()) }
    table.indexes().forEach { op.dropIndex(table.name(), it.name()) }
}
