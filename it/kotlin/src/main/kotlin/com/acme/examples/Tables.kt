package com.acme.examples

import dev.migrate.*
import java.math.BigDecimal

/** All that can be said of a new table. */
fun newTables(op: Operations) {
    op.createTable("teams") { t ->
        t.bigint("id").identity().primaryKey()
        t.varchar("name", 120).notNull().unique()
    }
    op.createTable("everything") { t ->
        t.integer("house").notNull()
        t.smallint("number").defaultValue(1)
        t.tinyint("floor").defaultValue(BigDecimal("1"))
        t.bool("open").notNull().defaultValue(true)
        t.decimal("rent", 12, 2).comment("in euros")
        t.real("width")
        t.doublePrecision("height")
        t.character("letter", 1).defaultValue('A')
        t.text("note").invisible()
        t.binary("digest", 32)
        t.varbinary("token", 64)
        t.blob("picture")
        t.date("built")
        t.time("opens")
        t.time("closes", 3)
        t.timestamp("made_at").defaultNow().onUpdateNow()
        t.timestamp("seen_at", 6)
        t.timestampTz("sold_at")
        t.timestampTz("paid_at", 3)
        t.uuid("key").defaultExpression("gen_random_uuid()")
        t.json("more")
        t.enumOf("state", "open", "closed").defaultValue("open")
        t.column("place", Type.raw("POINT"))
        t.column("mood", Type.named("mood"))
        t.varchar("slug", 80).charset("ascii").collation("ascii_bin")
        t.integer("pages").generatedAs("words / 300")
        t.integer("minutes").generatedVirtualAs("words / 200")
        t.bigint("serial").identityAlways()
        t.bigint("ticket").identity { i ->
            i.always().startWith(1000).incrementBy(10).minValue(1).maxValue(9999).cache(20).cycle()
        }
        t.bigint("team_id").references("teams", "id").named("everything_team")
            .onDelete(Action.SET_NULL).onUpdate(Action.CASCADE).deferrable()
        t.bigint("owner_id").references("teams", "id").initiallyDeferred().notEnforced()
        t.primaryKey("house", "number")
        t.unique("house", "floor")
        t.unique { u ->
            u.named("uq_sign").columns("house", "letter").nullsNotDistinct().include("note").deferrable()
        }
        t.unique { u -> u.columns("slug").initiallyDeferred() }
        t.index("built", "opens")
        t.index { i -> i.on("house").desc("number") }
        t.foreignKey { f -> f.columns("house", "number").references("doors", "house", "number") }
        t.check("number_positive", "number > 0")
        t.check("rent_known", "rent > 0") { c -> c.named("ck_rent").notEnforced().noInherit() }
        t.exclude { e -> e.on("house", "=").on("during", "&&") }
        t.comment("One of each")
        t.options { o ->
            o.engine("InnoDB").charset("utf8mb4").collation("utf8mb4_bin").option("fillfactor", 70)
        }
        t.ifNotExists()
    }
    op.createTable("named") { t ->
        t.bigint("id")
        t.primaryKey { k -> k.named("named_key").columns("id") }
    }
}

/** All that can be said of a table that is there. */
fun tables(op: Operations) {
    op.dropTable("legacy").ifExists()
    op.renameTable("users", "members").ifExists()
    op.tableComment("users", "Who can log in").ifExists()
    op.dropTableComment("users")
    op.tableOptions("users") { o -> o.engine("InnoDB").reset("row_format") }
    op.alterTable("users") { t ->
        t.ifExists()
        t.addColumn { c -> c.varchar("phone", 32) }
        t.dropColumn("fax").ifExists()
        t.renameColumn("mail", "email")
        t.alterColumn("email") { c -> c.notNull() }
        t.addIndex { i -> i.on("phone").unique() }
        t.dropIndex("ix_users_fax")
        t.renameIndex("ix_a", "ix_b")
        t.addPrimaryKey("id")
        t.addPrimaryKey { k -> k.named("users_key").columns("id") }
        t.addUnique("email")
        t.addUnique { u -> u.columns("email").nullsNotDistinct() }
        t.addForeignKey { f -> f.columns("team_id").references("teams", "id") }
        t.addCheck("age_known", "age > 0")
        t.addCheck("age_real", "age < 200") { c -> c.notValid() }
        t.addExclude { e -> e.on("during", "&&") }
        t.dropConstraint("ck_users_age")
        t.dropConstraint("users_ibfk_1", ConstraintKind.FOREIGN_KEY)
        t.dropPrimaryKey()
        t.renameConstraint("ck_a", "ck_b")
        t.renameConstraint("uq_a", "uq_b", ConstraintKind.UNIQUE)
        t.validateConstraint("fk_users_team_id_teams")
        t.comment("Who can log in")
        t.dropComment()
        t.options { o -> o.charset("utf8mb4") }
        t.algorithm(Algorithm.INPLACE)
        t.lock(TableLock.NONE)
    }
}
