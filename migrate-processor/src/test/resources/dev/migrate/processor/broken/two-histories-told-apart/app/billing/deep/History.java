package app.billing.deep;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "z", downRevision = "a") // [several-heads] Revisions "y" and "z"
    final class Z extends Blank {}

    @Revision(id = "y", downRevision = "a") // [several-heads]
    final class Y extends Blank {}
}
