package dev.migrate.examples;

import dev.migrate.*;
import java.math.BigDecimal;

/** Every word of the API at least once, arranged by what it is about; the same stands in Kotlin in {@code it/kotlin}. */
public final class EveryWord {

    private EveryWord() {}

    /** All that can be said of a new table. */
    public static void newTables(Operations op) {
        op.createTable("teams", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("name", 120).notNull().unique();
        });
        op.createTable("everything", t -> {
            t.integer("house").notNull();
            t.smallint("number").defaultValue(1);
            t.tinyint("floor").defaultValue(new BigDecimal("1"));
            t.bool("open").notNull().defaultValue(true);
            t.decimal("rent", 12, 2).comment("in euros");
            t.real("width");
            t.doublePrecision("height");
            t.character("letter", 1).defaultValue('A');
            t.text("note").invisible();
            t.binary("digest", 32);
            t.varbinary("token", 64);
            t.blob("picture");
            t.date("built");
            t.time("opens");
            t.time("closes", 3);
            t.timestamp("made_at").defaultNow().onUpdateNow();
            t.timestamp("seen_at", 6);
            t.timestampTz("sold_at");
            t.timestampTz("paid_at", 3);
            t.uuid("key").defaultExpression("gen_random_uuid()");
            t.json("more");
            t.enumOf("state", "open", "closed").defaultValue("open");
            t.column("place", Type.raw("POINT"));
            t.column("mood", Type.named("mood"));
            t.varchar("slug", 80).charset("ascii").collation("ascii_bin");
            t.integer("pages").generatedAs("words / 300");
            t.integer("minutes").generatedVirtualAs("words / 200");
            t.bigint("serial").identityAlways();
            t.bigint("ticket")
                    .identity(i -> i.always()
                            .startWith(1000)
                            .incrementBy(10)
                            .minValue(1)
                            .maxValue(9999)
                            .cache(20)
                            .cycle());
            t.bigint("team_id")
                    .references("teams", "id")
                    .named("everything_team")
                    .onDelete(Action.SET_NULL)
                    .onUpdate(Action.CASCADE)
                    .deferrable();
            t.bigint("owner_id").references("teams", "id").initiallyDeferred().notEnforced();
            t.primaryKey("house", "number");
            t.unique("house", "floor");
            t.unique(u -> u.named("uq_sign")
                    .columns("house", "letter")
                    .nullsNotDistinct()
                    .include("note")
                    .deferrable());
            t.unique(u -> u.columns("slug").initiallyDeferred());
            t.index("built", "opens");
            t.index(i -> i.on("house").desc("number"));
            t.foreignKey(f -> f.columns("house", "number").references("doors", "house", "number"));
            t.check("number_positive", "number > 0");
            t.check(
                    "rent_known",
                    "rent > 0",
                    c -> c.named("ck_rent").notEnforced().noInherit());
            t.exclude(e -> e.on("house", "=").on("during", "&&"));
            t.comment("One of each");
            t.options(o -> o.engine("InnoDB")
                    .charset("utf8mb4")
                    .collation("utf8mb4_bin")
                    .option("fillfactor", 70));
            t.ifNotExists();
        });
        op.createTable("named", t -> {
            t.bigint("id");
            t.primaryKey(k -> k.named("named_key").columns("id"));
        });
    }

    /** All that can be said of a table that is there. */
    public static void tables(Operations op) {
        op.dropTable("legacy").ifExists();
        op.renameTable("users", "members").ifExists();
        op.tableComment("users", "Who can log in").ifExists();
        op.dropTableComment("users");
        op.tableOptions("users", o -> o.engine("InnoDB").reset("row_format"));
        op.alterTable("users", t -> {
            t.ifExists();
            t.addColumn(c -> c.varchar("phone", 32));
            t.dropColumn("fax").ifExists();
            t.renameColumn("mail", "email");
            t.alterColumn("email", c -> c.notNull());
            t.addIndex(i -> i.on("phone").unique());
            t.dropIndex("ix_users_fax");
            t.renameIndex("ix_a", "ix_b");
            t.addPrimaryKey("id");
            t.addPrimaryKey(k -> k.named("users_key").columns("id"));
            t.addUnique("email");
            t.addUnique(u -> u.columns("email").nullsNotDistinct());
            t.addForeignKey(f -> f.columns("team_id").references("teams", "id"));
            t.addCheck("age_known", "age > 0");
            t.addCheck("age_real", "age < 200", c -> c.notValid());
            t.addExclude(e -> e.on("during", "&&"));
            t.dropConstraint("ck_users_age");
            t.dropConstraint("users_ibfk_1", ConstraintKind.FOREIGN_KEY);
            t.dropPrimaryKey();
            t.renameConstraint("ck_a", "ck_b");
            t.renameConstraint("uq_a", "uq_b", ConstraintKind.UNIQUE);
            t.validateConstraint("fk_users_team_id_teams");
            t.comment("Who can log in");
            t.dropComment();
            t.options(o -> o.charset("utf8mb4"));
            t.algorithm(Algorithm.INPLACE);
            t.lock(TableLock.NONE);
        });
    }

    /** All that can be said of a column of a table that is there. */
    public static void columns(Operations op) {
        op.addColumn(
                        "users",
                        c -> c.varchar("avatar", 255)
                                .comment("URL of the picture")
                                .after("email"))
                .ifNotExists();
        op.addColumn("users", c -> c.bigint("id").first());
        op.addColumn("users", c -> c.bigint("team_id").references("teams", "id").notValid());
        op.dropColumn("users", "avatar").ifExists();
        op.renameColumn("users", "avatar", "avatar_url").ifExists();
        op.alterColumn("users", "a", c -> c.bigint().identity().first()).ifExists();
        op.alterColumn("users", "b", c -> c.integer().identityAlways().after("a"));
        op.alterColumn("users", "c", c -> c.smallint().dropIdentity());
        op.alterColumn("users", "d", c -> c.tinyint().defaultValue(1));
        op.alterColumn("users", "e", c -> c.bool().defaultValue(false));
        op.alterColumn("users", "f", c -> c.decimal(12, 2).defaultValue(new BigDecimal("0.5")));
        op.alterColumn("users", "g", c -> c.real().nullable());
        op.alterColumn("users", "h", c -> c.doublePrecision().notNull());
        op.alterColumn("users", "i", c -> c.varchar(80).defaultValue("none").charset("latin1"));
        op.alterColumn("users", "j", c -> c.character(1).defaultValue('x').collation("ascii_bin"));
        op.alterColumn("users", "k", c -> c.text().dropCollation());
        op.alterColumn("users", "l", c -> c.binary(16).dropDefault());
        op.alterColumn("users", "m", c -> c.varbinary(16).invisible());
        op.alterColumn("users", "n", c -> c.blob().visible());
        op.alterColumn("users", "o", c -> c.date().comment("the day"));
        op.alterColumn("users", "p", c -> c.time().dropComment());
        op.alterColumn("users", "q", c -> c.time(3));
        op.alterColumn("users", "r", c -> c.timestamp().defaultNow().onUpdateNow());
        op.alterColumn("users", "s", c -> c.timestamp(3).dropOnUpdate());
        op.alterColumn("users", "t", c -> c.timestampTz());
        op.alterColumn("users", "u", c -> c.timestampTz(3));
        op.alterColumn("users", "v", c -> c.uuid().defaultExpression("gen_random_uuid()"));
        op.alterColumn("users", "w", c -> c.json().using("w::jsonb"));
        op.alterColumn("users", "x", c -> c.enumOf("open", "closed"));
        op.alterColumn("users", "y", c -> c.type(Type.raw("inet")).generatedAs("a + 1"));
        op.alterColumn("users", "z", c -> c.generatedVirtualAs("a + 1"));
        op.alterColumn("users", "z", c -> c.dropGenerated());
    }

    /** All that can be said of an index. */
    public static void indexes(Operations op) {
        op.createIndex(
                "orders",
                i -> i.named("ix_open_orders")
                        .on("customer_id")
                        .where("status = 'open'")
                        .concurrently()
                        .ifNotExists());
        op.createIndex(
                "orders",
                i -> i.on("placed_at")
                        .descending()
                        .nullsFirst()
                        .operatorClass("timestamp_ops")
                        .desc("total")
                        .nullsLast()
                        .on("note")
                        .collation("\"C\"")
                        .include("status")
                        .using("btree")
                        .with("fillfactor", 70)
                        .with("deduplicate_items", "off")
                        .unique()
                        .nullsNotDistinct());
        op.createIndex("users", i -> i.named("ix_users_lower_email").onExpression("lower(email)"));
        op.createIndex(
                "articles",
                i -> i.on("body")
                        .prefix(64)
                        .invisible()
                        .algorithm(Algorithm.INPLACE)
                        .lock(TableLock.NONE));
        op.createIndex("articles", i -> i.on("body").fulltext());
        op.createIndex("articles", i -> i.on("title").fulltext("ngram"));
        op.createIndex("shops", i -> i.on("place").spatial());
        op.dropIndex("users", "ix_users_name").ifExists();
        op.dropIndexConcurrently("users", "ix_users_name");
        op.renameIndex("users", "ix_a", "ix_b").ifExists();
    }

    /** All that can be said of a key or constraint. */
    public static void constraints(Operations op) {
        op.addPrimaryKey("memberships", "team_id", "user_id").ifNotExists();
        op.addPrimaryKey("memberships", k -> k.named("memberships_key").columns("team_id", "user_id"));
        op.addPrimaryKey("tickets", k -> k.columns("id").include("number").deferrable());
        op.addPrimaryKey("calls", k -> k.columns("id").initiallyDeferred());
        op.addUnique("memberships", "team_id", "user_id");
        op.addUnique("rooms", u -> u.columns("house", "name").initiallyDeferred());
        op.addForeignKey(
                "bookings",
                f -> f.named("fk_room")
                        .columns("house", "room")
                        .references("rooms", "house", "number")
                        .matchFull()
                        .onDelete(Action.SET_NULL, "room")
                        .onUpdate(Action.CASCADE)
                        .deferrable()
                        .notValid());
        op.addForeignKey(
                "bookings",
                f -> f.columns("house")
                        .references("houses", "id")
                        .onDelete(Action.CASCADE)
                        .initiallyDeferred()
                        .notEnforced());
        op.addCheck("orders", "positive_total", "total >= 0");
        op.addCheck("orders", "small_total", "total < 100", c -> c.notValid());
        op.addExclude(
                "rooms",
                e -> e.named("ex_rooms")
                        .using("gist")
                        .on("house", "=")
                        .operatorClass("int4_ops")
                        .onExpression("int4range(a, b)", "&&")
                        .where("name IS NOT NULL")
                        .include("number")
                        .deferrable());
        op.addExclude("rooms", e -> e.on("during", "&&").initiallyDeferred());
        op.validateConstraint("bookings", "fk_room").ifExists();
        op.dropConstraint("orders", "ck_orders_positive_total").ifExists();
        op.dropConstraint("orders", "orders_ibfk_1", ConstraintKind.FOREIGN_KEY);
        op.dropPrimaryKey("memberships");
        op.renameConstraint("orders", "ck_a", "ck_b").ifExists();
        op.renameConstraint("orders", "uq_a", "uq_b", ConstraintKind.UNIQUE);
    }

    /** All that stands beside the tables. */
    public static void objects(Operations op) {
        op.createSequence("calls").ifNotExists();
        op.createSequence(
                "tickets",
                s -> s.bigint()
                        .startWith(1000)
                        .incrementBy(10)
                        .minValue(1)
                        .maxValue(9999)
                        .cache(20)
                        .cycle()
                        .ownedBy("orders", "ticket")
                        .comment("one for each call"));
        op.createSequence("small", s -> s.smallint());
        op.createSequence("middle", s -> s.integer());
        op.alterSequence(
                        "tickets",
                        s -> s.bigint()
                                .startWith(2000)
                                .incrementBy(1)
                                .minValue(2)
                                .maxValue(99)
                                .cache(1)
                                .cycle()
                                .ownedBy("orders", "number"))
                .ifExists();
        op.alterSequence(
                "tickets",
                s -> s.integer().noMinValue().noMaxValue().noCycle().notOwned().restartWith(5000));
        op.alterSequence("tickets", s -> s.smallint().usualCache());
        op.renameSequence("tickets", "calls").ifExists();
        op.dropSequence("tickets").ifExists();
        op.createSchema("billing").ifNotExists();
        op.dropSchema("billing").ifExists();
        op.createEnum("mood", "sad", "ok");
        op.addEnumValue("mood", "great").ifNotExists();
        op.addEnumValue("mood", "fine", v -> v.before("great"));
        op.addEnumValue("mood", "happy", v -> v.after("great"));
        op.renameEnumValue("mood", "ok", "fine").ifExists();
        op.setEnumValues("mood", "happy", "sad");
        op.renameEnum("mood", "feeling").ifExists();
        op.dropEnum("feeling").ifExists();
        op.createView("active_users", "SELECT id FROM users").ifNotExists();
        op.replaceView("active_users", "SELECT id, email FROM users");
        op.dropView("active_users").ifExists();
        op.comment(CommentOn.VIEW, "active_users", "Who can log in").ifExists();
        op.dropComment(CommentOn.SEQUENCE, "calls");
    }

    /** All that is about rows. */
    public static void rows(Operations op) {
        op.insert("roles", r -> r.columns("id", "name").row(1, "admin").row(2, null));
        op.update(
                "roles",
                u -> u.set("name", "owner").setExpression("rank", "rank + 1").where("id = ?", 1));
        op.update("roles", u -> u.set("name", null).everywhere());
        op.delete("roles", d -> d.where("id = ?", 2));
        op.delete("roles", d -> d.everywhere());
        op.backfill(
                "orders",
                b -> b.key("id")
                        .batch(5_000)
                        .pauseMillis(50)
                        .set("cents = round(total * ?)", 100)
                        .where("state = ?", "open"));
        op.execute("DELETE FROM sessions WHERE seen_at < ? OR client = ?", "2026-01-01", null)
                .repeatable();
        op.script("db/views.sql").repeatable();
        op.verify("every status is known", "SELECT count(*) FROM users WHERE status IS NULL", 0);
        op.verify("nobody is lost", "SELECT count(*) FROM users WHERE team = ?", 0, "lost");
        op.run("hash the API keys", 1, ctx -> {
                    try (var statement = ctx.connection().createStatement()) {
                        statement.execute("UPDATE clients SET hash = 1");
                    }
                    ctx.progress(ctx.database().name() + ctx.x("salt") + ctx.x("pepper", "none"));
                })
                .doneWhen("SELECT count(*) = 0 FROM clients WHERE hash IS NULL");
    }

    /** All that says when and where. */
    public static void flow(Operations op) {
        op.onlyOn(Database.POSTGRESQL, o -> o.outsideTransaction(p -> p.execute("VACUUM ANALYZE orders")));
        op.onlyOn(Database.MYSQL, Database.MARIADB, o -> o.dropTable("a"));
        op.onlyOn(Database.H2, Database.SQLITE, Database.MARIADB, o -> o.dropTable(op.x("tenant") + op.x("of", "")));
        op.atomically(o -> o.execute("DELETE FROM a"));
        op.inverseOf(o -> o.createSchema("billing"));
        op.decide("drop what points at legacy_users", (db, o) -> {
            db.foreignKeysTo("legacy_users").forEach(key -> {
                o.dropConstraint(key.table(), key.name());
                o.comment(
                        CommentOn.SCHEMA, "s", key.columns() + " " + key.references() + " " + key.referencedColumns());
            });
            db.table(db.tables().get(0)).ifPresent(table -> describe(o, table));
            if (db.database() == Database.H2
                    && db.serverVersion().compareTo("2") > 0
                    && db.hasTable("a")
                    && db.hasColumn("a", "b")) {
                Object first = db.query("SELECT * FROM a WHERE b = ?", 1).get(0).get("b");
                Object second =
                        db.queryOne("SELECT max(b) FROM a WHERE c = ?", "x").orElseThrow();
                o.execute("DELETE FROM a WHERE b = ? OR b = ?", first, second);
            }
        });
    }

    private static void describe(Operations op, DatabaseView.TableView table) {
        for (DatabaseView.ColumnView column : table.columns()) {
            if (!column.nullable()) {
                op.addColumn("copy", c -> c.column(column.name(), Type.raw(column.type())));
            }
        }
        for (DatabaseView.IndexView index : table.indexes()) {
            if (index.unique()) {
                op.addUnique(table.name(), index.columns().get(0));
            }
            op.dropIndex(table.name(), index.name());
        }
        for (DatabaseView.ConstraintView constraint : table.constraints()) {
            if (constraint.kind() == ConstraintKind.UNIQUE
                    && constraint.columns().equals(table.primaryKey())) {
                op.dropConstraint(table.name(), constraint.name());
            }
        }
        table.foreignKeys().forEach(key -> op.dropConstraint(table.name(), key.name()));
    }
}
