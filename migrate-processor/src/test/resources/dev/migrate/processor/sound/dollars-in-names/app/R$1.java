package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1
public final class R$1 extends Blank {

    @Revision(id = "r2", downRevision = "r1") // revision r2
    public static final class $ extends Blank {}

    @Revision(id = "r3", downRevision = "r2") // revision r3
    public static final class $$Nested$ extends Blank {}
}
