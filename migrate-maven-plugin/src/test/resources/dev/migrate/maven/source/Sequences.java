package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change Sequences")
public final class Sequences implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence(
                "order_numbers",
                s -> s.startWith(1000).incrementBy(50).cache(20).ownedBy("shop.orders", "number"));
        op.alterSequence("users_seq", s -> s.incrementBy(50).restartWith(5000000000L));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropSequence("order_numbers");
    }
}
