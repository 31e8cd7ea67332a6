package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change MySqlTable")
public final class MySqlTable implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("articles", t -> {
            t.column("id", Type.raw("INT UNSIGNED")).identity().primaryKey();
            t.varchar("title", 200).collation("utf8mb4_bin").notNull();
            t.text("body");
            t.enumOf("state", "draft", "published").defaultValue("draft");
            t.integer("words").generatedVirtualAs("char_length(body)").invisible();
            t.timestamp("changed_at").defaultNow().onUpdateNow();
            t.index(i -> i.named("ft_articles").on("title", "body").fulltext());
            t.index(i -> i.on("body").prefix(64));
            t.options(o -> o.charset("utf8mb4").engine("InnoDB").option("row_format", "dynamic"));
        });
        op.alterColumn("articles", "title", c -> c.varchar(255).dropCollation().first());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("articles");
    }
}
