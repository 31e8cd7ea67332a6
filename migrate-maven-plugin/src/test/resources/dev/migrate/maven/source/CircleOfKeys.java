package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change CircleOfKeys")
public final class CircleOfKeys implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("heads", t -> {
            t.bigint("id").identity().primaryKey();
            t.bigint("deputy_id").references("heads", "id").onDelete(Action.SET_NULL);
            t.bigint("person_id");
        });
        op.addForeignKey(
                "heads",
                f -> f.named("fkq8jrv8a0o3xb")
                        .columns("person_id")
                        .references("users", "id")
                        .onDelete(Action.SET_NULL)
                        .initiallyDeferred());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("heads", "fkq8jrv8a0o3xb", ConstraintKind.FOREIGN_KEY);
        op.dropTable("heads");
    }
}
