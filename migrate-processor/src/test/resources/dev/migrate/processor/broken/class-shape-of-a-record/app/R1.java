package app;

import dev.migrate.*;

@Revision(id = "a") // javac [class-shape] app.R1 cannot be a migration: it has no constructor without parameters.
public record R1(int component) implements ReversibleMigration {
    @Override
    public void change(Operations op) {}
}
