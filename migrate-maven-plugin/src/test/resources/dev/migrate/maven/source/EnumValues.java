package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change EnumValues")
public final class EnumValues implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createEnum("mood", "sad", "ok", "happy");
        op.comment(CommentOn.ENUM, "mood", "how it is");
        op.createTable("diary", t -> {
            t.date("day").notNull();
            t.column("mood", Type.named("mood"));
            t.column("moods", Type.named("mood[]"));
        });
        op.addEnumValue("mood", "great", e -> e.after("happy"));
    }

    @Override
    public void downgrade(Operations op) {
        op.setEnumValues("mood", "sad", "ok", "happy");
        op.dropTable("diary");
        op.dropEnum("mood");
    }
}
