package com.acme.shop.migrations;

import dev.migrate.*;

/**
 * Turns the status from text into a number and back, without losing what any row meant.
 *
 * <p>{@code active} becomes 1 and {@code inactive} 0, however they were spelt; no status stays no status; a word that
 * nobody foresaw becomes no status too. Every text is kept aside, so that the way back restores it letter by letter for
 * each user whose status was not changed since.
 */
@Revision(id = "c44e1b2a9f00", downRevision = "8f3c2a91d07e", message = "status as a number")
public final class R20260418_StatusAsNumber implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("users_status_text", t -> {
            t.bigint("user_id").primaryKey().references("users", "id").onDelete(Action.CASCADE);
            t.varchar("status_text", 16).notNull();
            t.smallint("status_code");
            t.comment("How the status was written before revision c44e1b2a9f00");
        });
        op.addColumn("users", c -> c.smallint("status_code"));
        op.execute("""
                UPDATE users SET status_code = CASE LOWER(TRIM(status)) WHEN 'active' THEN 1 WHEN 'inactive' THEN 0 END
                """);
        op.execute("""
                INSERT INTO users_status_text (user_id, status_text, status_code)
                SELECT id, status, status_code FROM users WHERE status IS NOT NULL
                """);
        op.verify("no status is lost", """
                SELECT COUNT(*) FROM users WHERE status IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM users_status_text kept WHERE kept.user_id = users.id)
                """, 0);
        op.dropColumn("users", "status");
        op.renameColumn("users", "status_code", "status");
        op.alterColumn("users", "status", c -> c.defaultValue(1).comment("1 active, 0 inactive, NULL neither"));
    }

    @Override
    public void downgrade(Operations op) {
        op.addColumn("users", c -> c.varchar("status_as_text", 16));
        op.execute("UPDATE users SET status_as_text = CASE status WHEN 1 THEN 'active' WHEN 0 THEN 'inactive' END");
        op.execute("""
                UPDATE users SET status_as_text =
                  (SELECT kept.status_text FROM users_status_text kept WHERE kept.user_id = users.id)
                WHERE EXISTS (
                  SELECT 1 FROM users_status_text kept
                  WHERE kept.user_id = users.id
                  AND (kept.status_code = users.status OR (kept.status_code IS NULL AND users.status IS NULL)))
                """);
        op.dropColumn("users", "status");
        op.renameColumn("users", "status_as_text", "status");
        op.alterColumn("users", "status", c -> c.defaultValue("active"));
        op.dropTable("users_status_text");
    }
}
