package dev.migrate.examples;

import dev.migrate.*;

/** A team's first month: each kind of migration once, as people write them. Nothing is imported but the API. */
public final class FirstMonth {

    private FirstMonth() {}

    @Revision(id = "20260401a", message = "users and teams")
    public static final class R20260401_UsersAndTeams implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("teams", t -> {
                t.bigint("id").identity().primaryKey();
                t.varchar("name", 120).notNull().unique();
            });
            op.createTable("users", t -> {
                t.bigint("id").identity().primaryKey();
                t.varchar("email", 320).notNull().unique();
                t.varchar("status", 16).notNull().defaultValue("active");
                t.timestamp("created_at", 6).notNull().defaultNow();
                t.bigint("team_id").references("teams", "id").onDelete(Action.SET_NULL);
                t.index("created_at");
                t.check("email_has_at", "email LIKE '%@%'");
                t.comment("People who can log in");
            });
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("users");
            op.dropTable("teams");
        }
    }

    @Revision(id = "20260402a", downRevision = "20260401a", message = "one column")
    public static final class R20260402_OneColumn implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("users", c -> c.varchar("avatar", 255).comment("URL of the picture"));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropColumn("users", "avatar");
        }
    }

    @Revision(id = "20260403a", downRevision = "20260402a", message = "a change says only what changes")
    public static final class R20260403_Changes implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.alterColumn("users", "email", c -> c.varchar(512));
            op.alterColumn("users", "team_id", c -> c.notNull());
            op.alterColumn("users", "status", c -> c.defaultValue("invited").comment("see UserStatus"));
            op.renameColumn("users", "avatar", "avatar_url");
        }

        @Override
        public void downgrade(Operations op) {
            op.renameColumn("users", "avatar_url", "avatar");
            op.alterColumn("users", "status", c -> c.defaultValue("active").dropComment());
            op.alterColumn("users", "team_id", c -> c.nullable());
            op.alterColumn("users", "email", c -> c.varchar(320));
        }
    }

    @Revision(id = "20260404a", downRevision = "20260403a", message = "several changes, one rebuild")
    public static final class R20260404_OneAlterTable implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.alterTable("users", t -> {
                t.addColumn(c -> c.varchar("phone", 32));
                t.dropColumn("fax");
                t.alterColumn("email", c -> c.notNull());
                t.addIndex(i -> i.on("phone").unique());
            });
        }

        @Override
        public void downgrade(Operations op) {
            op.alterTable("users", t -> {
                t.dropIndex("ix_users_phone");
                t.alterColumn("email", c -> c.nullable());
                t.addColumn(c -> c.varchar("fax", 32));
                t.dropColumn("phone");
            });
        }
    }

    @Revision(id = "20260405a", downRevision = "20260404a", message = "indexes")
    public static final class R20260405_Indexes implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createIndex("orders", i -> i.on("customer_id").desc("created_at"));
            op.createIndex(
                    "orders",
                    i -> i.named("ix_open_orders")
                            .on("customer_id")
                            .where("status = 'open'")
                            .concurrently());
            op.createIndex(
                    "users",
                    i -> i.named("ix_users_lower_email")
                            .onExpression("lower(email)")
                            .unique());
            op.onlyOn(
                    Database.MYSQL,
                    Database.MARIADB,
                    o -> o.createIndex("articles", i -> i.on("body").prefix(64)));
        }

        @Override
        public void downgrade(Operations op) {
            op.onlyOn(Database.MYSQL, Database.MARIADB, o -> o.dropIndex("articles", "ix_articles_body"));
            op.dropIndex("users", "ix_users_lower_email");
            op.dropIndex("orders", "ix_open_orders");
            op.dropIndex("orders", "ix_orders_customer_id_created_at");
        }
    }

    @Revision(id = "20260406a", downRevision = "20260405a", message = "keys and constraints")
    public static final class R20260406_Keys implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addForeignKey(
                    "orders",
                    f -> f.columns("customer_id").references("customers", "id").onDelete(Action.CASCADE));
            op.addPrimaryKey("memberships", "id");
            op.addUnique("memberships", "team_id", "user_id");
            op.addCheck("orders", "positive_total", "total >= 0");
            op.dropConstraint("orders", "ck_orders_old_total");
            op.renameTable("people", "customers");
        }

        @Override
        public void downgrade(Operations op) {
            op.renameTable("customers", "people");
            op.addCheck("orders", "old_total", "total > 0");
            op.dropConstraint("orders", "ck_orders_positive_total");
            op.dropConstraint("memberships", "uq_memberships_team_id_user_id");
            op.dropConstraint("memberships", "pk_memberships");
            op.dropConstraint("orders", "fk_orders_customer_id_customers");
        }
    }

    @Revision(id = "20260416a", downRevision = "20260406a", message = "keys and indexes with more to say")
    public static final class R20260416_Bookings implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("rooms", t -> {
                t.integer("house").notNull();
                t.integer("number").notNull();
                t.varchar("name", 40);
                t.bigint("keeper_id").references("users", "id").initiallyDeferred();
                t.bigint("deputy_id").references("users", "id").deferrable();
                t.primaryKey("house", "number");
                t.unique(u -> u.columns("name").nullsNotDistinct());
                t.check("number_positive", "number > 0", c -> c.noInherit());
            });
            op.createTable("bookings", t -> {
                t.bigint("id").identity().primaryKey();
                t.integer("house");
                t.integer("room");
                t.column("during", Type.raw("tstzrange")).notNull();
                t.exclude(e -> e.on("house", "=").on("room", "=").on("during", "&&"));
            });
            op.addForeignKey(
                    "bookings",
                    f -> f.columns("house", "room")
                            .references("rooms", "house", "number")
                            .matchFull()
                            .onDelete(Action.SET_NULL, "room")
                            .notValid());
            op.validateConstraint("bookings", "fk_bookings_house_room_rooms");
            op.addUnique(
                    "rooms",
                    u -> u.named("uq_rooms_sign")
                            .columns("house", "name")
                            .include("number")
                            .initiallyDeferred());
            op.addCheck("rooms", "house_known", "house < 100", c -> c.notValid());
            op.addExclude(
                    "rooms",
                    e -> e.named("ex_rooms_span")
                            .using("spgist")
                            .onExpression("int4range(house, number)", "&&")
                            .operatorClass("range_ops")
                            .where("name IS NOT NULL")
                            .deferrable());
            op.createIndex(
                    "bookings",
                    i -> i.on("house")
                            .on("during")
                            .descending()
                            .nullsLast()
                            .include("room")
                            .with("fillfactor", 80)
                            .with("deduplicate_items", "off"));
            op.createIndex(
                    "rooms",
                    i -> i.named("ix_rooms_prefix")
                            .on("name")
                            .collation("\"C\"")
                            .operatorClass("varchar_pattern_ops")
                            .nullsFirst()
                            .using("btree"));
            op.renameIndex("rooms", "ix_rooms_prefix", "ix_rooms_name");
            op.renameConstraint("rooms", "ck_rooms_number_positive", "ck_rooms_number");
            op.dropPrimaryKey("memberships");
            op.dropConstraint("memberships", "memberships_ibfk_1", ConstraintKind.FOREIGN_KEY);
            op.dropIndexConcurrently("orders", "ix_open_orders");
        }

        @Override
        public void downgrade(Operations op) {
            op.createIndex(
                    "orders", i -> i.named("ix_open_orders").on("customer_id").where("status = 'open'"));
            op.addForeignKey(
                    "memberships",
                    f -> f.named("memberships_ibfk_1").columns("team_id").references("teams", "id"));
            op.addPrimaryKey("memberships", "id");
            op.dropTable("bookings");
            op.dropTable("rooms");
        }
    }

    @Revision(id = "20260407a", downRevision = "20260406a", message = "text status becomes a number")
    public static final class R20260407_StatusAsNumber implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("users", c -> c.smallint("status_code"));
            op.execute("UPDATE users SET status_code = CASE status WHEN 'active' THEN 1 WHEN 'inactive' THEN 0 END");
            op.verify("every status is known", "SELECT count(*) FROM users WHERE status_code IS NULL", 0);
            op.alterColumn("users", "status_code", c -> c.notNull().defaultValue(1));
            op.dropColumn("users", "status");
            op.renameColumn("users", "status_code", "status");
        }

        @Override
        public void downgrade(Operations op) {
            op.addColumn("users", c -> c.varchar("status_text", 16));
            op.execute("UPDATE users SET status_text = CASE status WHEN 1 THEN 'active' WHEN 0 THEN 'inactive' END");
            op.alterColumn("users", "status_text", c -> c.notNull().defaultValue("active"));
            op.dropColumn("users", "status");
            op.renameColumn("users", "status_text", "status");
        }
    }

    @Revision(id = "20260409a", downRevision = "20260407a", message = "rows")
    public static final class R20260409_Rows implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.insert("roles", r -> r.columns("id", "name").row(1, "admin").row(2, "member"));
            op.update("roles", u -> u.set("name", "owner").where("id = ?", 1));
            op.delete("roles", d -> d.where("id = ?", 2));
        }

        @Override
        public void downgrade(Operations op) {
            op.delete("roles", d -> d.everywhere());
        }
    }

    @Revision(id = "20260410a", downRevision = "20260409a", message = "all about columns and tables")
    public static final class R20260410_ColumnsInFull implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("articles", t -> {
                t.bigint("id").identityAlways().primaryKey();
                t.varchar("slug", 80).charset("ascii").collation("ascii_bin").notNull();
                t.integer("words").notNull().defaultValue(0);
                t.integer("pages").generatedAs("words / 300");
                t.integer("minutes").generatedVirtualAs("words / 200");
                t.timestamp("changed_at").defaultNow().onUpdateNow();
                t.text("body").invisible();
                t.options(o -> o.engine("InnoDB").charset("utf8mb4").option("row_format", "compressed"));
                t.index(i -> i.on("body").fulltext("ngram"));
            });
            op.addColumn("users", c -> c.varchar("title", 20).after("id"));
            op.alterColumn("users", "email", c -> c.collation("utf8mb4_bin").first());
            op.alterColumn("users", "age", c -> c.dropGenerated().visible().dropOnUpdate());
            op.alterColumn("users", "id", c -> c.identity());
            op.tableComment("users", "Who can log in");
            op.tableOptions("users", o -> o.engine("InnoDB").reset("row_format"));
            op.alterTable("orders", t -> {
                t.addColumn(c -> c.date("paid_on").first());
                t.alterColumn("note", c -> c.text().charset("utf8mb4"));
                t.comment("What was bought");
                t.options(o -> o.collation("utf8mb4_bin"));
                t.algorithm(Algorithm.INPLACE);
                t.lock(TableLock.NONE);
            });
            op.createIndex(
                    "orders", i -> i.on("paid_on").algorithm(Algorithm.INPLACE).lock(TableLock.NONE));
            op.createIndex("shops", i -> i.on("place").spatial());
            op.createIndex("shops", i -> i.on("name").invisible());
        }

        @Override
        public void downgrade(Operations op) {
            op.dropIndex("shops", "ix_shops_name");
            op.dropIndex("shops", "ix_shops_place");
            op.alterTable("orders", t -> {
                t.dropIndex("ix_orders_paid_on");
                t.dropColumn("paid_on");
                t.alterColumn("note", c -> c.dropCollation());
                t.dropComment();
            });
            op.tableOptions("users", o -> o.option("row_format", "compressed"));
            op.dropTableComment("users");
            op.alterColumn("users", "id", c -> c.dropIdentity());
            op.alterColumn(
                    "users", "age", c -> c.generatedVirtualAs("2026 - born").invisible());
            op.alterColumn("users", "email", c -> c.dropCollation().after("id"));
            op.dropColumn("users", "title");
            op.dropTable("articles");
        }
    }

    @Irreversible("cents are what is kept from now on")
    @Revision(id = "20260408a", downRevision = "20260407a", message = "a large table, batch by batch")
    public static final class R20260408_Cents implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.backfill(
                    "orders",
                    b -> b.key("id")
                            .batch(5_000)
                            .pauseMillis(50)
                            .set("total_cents = round(total * 100)")
                            .where("total_cents IS NULL"));
            op.backfill("order_lines", b -> b.key("order_id", "line").set("price_cents = round(price * 100)"));
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @Irreversible("what was there is not known")
    @Revision(id = "20260410a", downRevision = "20260409a", message = "what only the database knows")
    public static final class R20260410_Legacy implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.decide(
                    "drop every foreign key to legacy_users",
                    (db, o) ->
                            db.foreignKeysTo("legacy_users").forEach(key -> o.dropConstraint(key.table(), key.name())));
            op.decide("keep the old names where somebody used them", (db, o) -> {
                if (db.queryOne("SELECT 1 FROM names WHERE used_since > ?", "2026-01-01")
                        .isPresent()) {
                    o.execute("INSERT INTO old_names SELECT name FROM names");
                }
            });
            op.dropTable("legacy_users").ifExists();
            op.createTable("audit", t -> {
                t.bigint("id").primaryKey();
                t.ifNotExists();
            });
            op.addColumn("users", c -> c.varchar("nickname", 40)).ifNotExists();
            op.createIndex("users", i -> i.on("nickname").ifNotExists());
            op.dropIndex("users", "ix_users_old").ifExists();
            op.atomically(o -> {
                o.execute("CREATE TEMPORARY TABLE picked AS SELECT id FROM users WHERE status = 'invited'");
                o.execute("UPDATE users SET status = 'active' WHERE id IN (SELECT id FROM picked)");
                o.verify("everybody was picked", "SELECT count(*) FROM users WHERE status = 'invited'", 0);
            });
            op.onlyOn(Database.POSTGRESQL, o -> o.outsideTransaction(alone -> alone.execute("VACUUM ANALYZE orders")));
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @Irreversible("keys cannot be unhashed")
    @Revision(id = "20260411a", downRevision = "20260409a", message = "hash the API keys")
    public static final class R20260411_HashKeys implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.run("hash the API keys", 1, ctx -> {
                        try (var select = ctx.connection().createStatement();
                                var rows = select.executeQuery("SELECT id, api_key FROM clients");
                                var update = ctx.connection()
                                        .prepareStatement("UPDATE clients SET api_key_hash = ? WHERE id = ?")) {
                            while (rows.next()) {
                                update.setInt(1, rows.getString(2).hashCode());
                                update.setLong(2, rows.getLong(1));
                                update.executeUpdate();
                            }
                        }
                    })
                    .doneWhen("SELECT count(*) = 0 FROM clients WHERE api_key_hash IS NULL");
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @Revision(id = "20260412a", downRevision = "20260411a", message = "a script, and SQL with values")
    public static final class R20260412_Views implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.script("db/views.sql").repeatable();
            op.execute("DELETE FROM sessions WHERE seen_at < ? OR client = ?", "2026-01-01", "it's old");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP VIEW active_users");
        }
    }

    @Revision(id = "20260420a", downRevision = "20260411a", message = "one method instead of two")
    public static final class R20260420_Invoices implements ReversibleMigration {
        @Override
        public void change(Operations op) {
            op.createTable("invoices", t -> {
                t.bigint("id").identity().primaryKey();
                t.decimal("total", 12, 2).notNull();
            });
            op.addColumn("orders", c -> c.bigint("invoice_id").references("invoices", "id"));
        }
    }

    @Revision(id = "20260421a", downRevision = "20260420a", message = "what is not of one table")
    public static final class R20260421_Objects implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createView("active_users", "SELECT id, email FROM users WHERE status = 1");
            op.onlyOn(Database.POSTGRESQL, Database.MARIADB, Database.H2, o -> {
                o.createSchema("billing");
                o.createSequence("invoice_numbers");
                o.createSequence(
                        "ticket_numbers", s -> s.startWith(1000).incrementBy(10).cache(20));
                o.alterSequence("ticket_numbers", s -> s.incrementBy(1).noMaxValue());
                o.comment(CommentOn.SEQUENCE, "ticket_numbers", "one for each call");
            });
            op.onlyOn(Database.POSTGRESQL, o -> {
                o.createEnum("mood", "sad", "ok", "happy");
                o.addEnumValue("mood", "great", e -> e.after("happy"));
                o.renameEnumValue("mood", "ok", "fine");
                o.addColumn("users", c -> c.column("mood", Type.named("mood")).defaultValue("fine"));
                o.createTable(
                        "calls", t -> t.bigint("id").identity(i -> i.always().startWith(1000)));
            });
        }

        @Override
        public void downgrade(Operations op) {
            op.onlyOn(Database.POSTGRESQL, o -> {
                o.dropTable("calls");
                o.dropColumn("users", "mood");
                o.dropEnum("mood");
            });
            op.onlyOn(Database.POSTGRESQL, Database.MARIADB, Database.H2, o -> {
                o.dropSequence("ticket_numbers");
                o.dropSequence("invoice_numbers");
                o.dropSchema("billing");
            });
            op.dropView("active_users");
        }
    }

    @Revision(id = "20260422a", downRevision = "20260421a", message = "what is there changes")
    public static final class R20260422_ChangedObjects implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.replaceView("active_users", "SELECT id, email, avatar FROM users WHERE status = 1");
            op.onlyOn(Database.POSTGRESQL, o -> {
                o.setEnumValues("mood", "happy", "fine", "sad");
                o.renameEnum("mood", "feeling");
                o.renameSequence("ticket_numbers", "call_numbers");
                o.comment(CommentOn.VIEW, "active_users", "Who can log in");
                o.dropComment(CommentOn.SEQUENCE, "call_numbers");
            });
        }

        @Override
        public void downgrade(Operations op) {
            op.onlyOn(Database.POSTGRESQL, o -> {
                o.dropComment(CommentOn.VIEW, "active_users");
                o.renameSequence("call_numbers", "ticket_numbers");
                o.renameEnum("feeling", "mood");
                o.setEnumValues("mood", "sad", "fine", "happy", "great");
            });
            op.replaceView("active_users", "SELECT id, email FROM users WHERE status = 1");
        }
    }

    @Revision(
            id = "m1",
            downRevision = {"8f3c2a91d07e", "c44e1b2a9f00"},
            message = "merge avatar and phone")
    public static final class R20260412_MergeAvatarAndPhone implements Migration {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    @Revision(id = "bill001", branchLabels = "billing", dependsOn = "20260401a", message = "billing base")
    public static final class R20260415_BillingBase implements ReversibleMigration {
        @Override
        public void change(Operations op) {
            op.createTable("billing.accounts", t -> {
                t.uuid("id").primaryKey();
                t.bigint("owner_id").notNull();
                t.enumOf("state", "open", "closed").notNull().defaultValue("open");
                t.column("place", Type.raw("POINT"));
            });
        }
    }
}
