package größe;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1", message = "größer \uD83D\uDE00 日本", branchLabels = "l.1_a-b") // revision r1
public final class Änderung extends Blank {

    @Revision(id = "r2", downRevision = "r1") // revision r2
    public static final class 移行 extends Blank {}
}
