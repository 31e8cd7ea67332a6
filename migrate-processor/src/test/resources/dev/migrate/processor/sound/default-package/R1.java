import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1
public final class R1 extends Blank {

    @Revision(id = "r2", downRevision = "r1") // revision r2
    public static final class Nested extends Blank {}
}
