package app;

import dev.migrate.*;

@Revision(id = "r1") // revision r1
public record R1() implements ReversibleMigration {
    @Override
    public void change(Operations op) {}
}
