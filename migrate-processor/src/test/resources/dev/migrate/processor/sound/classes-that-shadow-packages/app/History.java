package app;

import dev.migrate.Revision;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "r1") // revision r1
    final class java extends Blank {}

    @Revision(id = "r2", downRevision = "r1") // revision r2
    final class dev extends Blank {}

    @Revision(id = "r3", downRevision = "r2") // revision r3
    final class app extends Blank {}
}
