import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a", downRevision = "b") // [unknown-parent] where: R1
public final class R1 extends Blank {}
