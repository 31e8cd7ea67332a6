package app;

import dev.migrate.*;

@Revision(id = "r1") // revision r1
public final class R1 extends Base {
    @Override
    public void change(Operations op) {}
}
