package dev.migrate.processor;

import dev.migrate.Migration;
import dev.migrate.Operations;

/** A migration that does nothing: what the projects among the test resources extend where only the graph counts. */
public abstract class Blank implements Migration {

    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
}
