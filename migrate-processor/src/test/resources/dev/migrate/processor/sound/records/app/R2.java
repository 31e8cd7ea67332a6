package app;

import dev.migrate.*;

@Revision(id = "r2", downRevision = "r1") // revision r2
public record R2(String table) implements ReversibleMigration {

    public R2() {
        this("users");
    }

    @Override
    public void change(Operations op) {}
}
