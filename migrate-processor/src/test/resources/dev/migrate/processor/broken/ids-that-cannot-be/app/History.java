package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a-1") // [illegal-id] "a-1" is not a revision id: use letters, digits, _ and ., at most 64.
    final class Hyphen extends Blank {}

    @Revision(id = "b 2", downRevision = "a-1") // [illegal-id]
    final class Space extends Blank {}

    @Revision(id = "größe", downRevision = "b 2") // [illegal-id]
    final class Umlaut extends Blank {}

    @Revision(id = "c@d:e+f", downRevision = "größe") // [illegal-id]
    final class Signs extends Blank {}

    @Revision(id = "", downRevision = "c@d:e+f") // [illegal-id] "" is not a revision id
    final class Empty extends Blank {}

    @Revision(id = "tab\tand\nline", downRevision = "") // [illegal-id]
    final class Invisible extends Blank {}

    @Revision(id = "good_1.2", downRevision = "tab\tand\nline")
    final class Good extends Blank {}
}
