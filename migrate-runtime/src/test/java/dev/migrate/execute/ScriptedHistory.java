package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;

import dev.migrate.Database;

/** A history with everything that scripts write in a way of their own. */
final class ScriptedHistory {

    static final TestHistory HISTORY = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("users", t -> {
                        t.bigint("id").primaryKey();
                        t.varchar("email", 320).notNull().comment("it's unique; by hand");
                    }),
                    op -> op.dropTable("users"))
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.alterColumn("users", "email", c -> c.varchar(400));
                        op.insert("users", r -> r.columns("id", "email").row(1, "a\\b"));
                        op.verify("there is one", "SELECT count(*) FROM users", 1);
                        op.onlyOn(
                                Database.POSTGRESQL,
                                o -> o.createIndex("users", i -> i.on("email").concurrently()));
                        op.onlyOn(
                                Database.MYSQL,
                                o -> o.execute("CREATE TRIGGER lower_email BEFORE INSERT ON users FOR EACH ROW"
                                        + " BEGIN SET NEW.email = lower(NEW.email); END"));
                    },
                    op -> {
                        op.onlyOn(Database.POSTGRESQL, o -> o.execute("DROP INDEX CONCURRENTLY ix_users_email"));
                        op.onlyOn(Database.MYSQL, o -> o.execute("DROP TRIGGER lower_email"));
                        op.delete("users", d -> d.where("id = ?", 1));
                    })
            .revision(
                    "c3", "b2", op -> op.run("hash the keys", 1, context -> {}).repeatable(), op -> {});

    private ScriptedHistory() {}
}
