package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change SeveralChanges")
public final class SeveralChanges implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.alterTable("users", t -> {
            t.dropConstraint("uq_users_email", ConstraintKind.UNIQUE);
            t.addColumn(c -> c.bigint("team_id").references("teams", "id").onDelete(Action.SET_NULL));
            t.alterColumn("email", c -> c.varchar(512));
            t.addIndex(i -> i.on("team_id"));
        });
        op.tableComment("teams", "Who plays");
    }

    @Override
    public void downgrade(Operations op) {
        op.alterTable("users", t -> {
            t.dropIndex("ix_users_team_id");
            t.alterColumn("email", c -> c.varchar(320).notNull().dropDefault().comment("as in RFC 5322"));
            t.dropColumn("team_id");
            t.addUnique("email");
        });
    }
}
