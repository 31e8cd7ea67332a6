package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    String ID = "a";

    @Revision(id = "a") // [duplicate-id] 3 revisions declare the id "a"
    final class One extends Blank {}

    @Revision(id = ID) // [duplicate-id] 3 revisions
    final class Two extends Blank {}

    @Revision(id = "b", downRevision = "a")
    final class Next extends Blank {}

    @Revision(id = "" + ID + "", downRevision = "b") // [duplicate-id]
    final class Three extends Blank {}
}
