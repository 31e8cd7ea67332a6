package app.record.var_;

import dev.migrate.Revision;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "when") // revision when
    final class module extends Blank {}

    @Revision(id = "yield", downRevision = "when") // revision yield
    final class with extends Blank {}

    @Revision(id = "null", downRevision = "yield") // revision null
    final class open extends Blank {}

    @Revision(id = "true", downRevision = "null") // revision true
    final class to extends Blank {}
}
