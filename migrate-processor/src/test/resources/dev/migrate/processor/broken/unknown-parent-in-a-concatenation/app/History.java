package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    String PREFIX = "2026_";

    @Revision(id = PREFIX + "01")
    final class A extends Blank {}

    @Revision(
            id = PREFIX + "02",
            downRevision = {PREFIX + "01", PREFIX + "00"}) // [unknown-parent] "2026_00"
    final class B extends Blank {}
}
