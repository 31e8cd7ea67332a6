package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "5b1f0c77a2de", branchLabels = "shop")
    final class A extends Blank {}

    @Revision(id = "8f3c2a91d07e", downRevision = "5b1f0c77a2ed") // [unknown-parent] Did you mean "5b1f0c77a2de"?
    final class Typo extends Blank {}

    @Revision(id = "c44e1b2a9f00", downRevision = "8f3c") // [unknown-parent] Did you mean "8f3c2a91d07e"?
    final class Prefix extends Blank {}

    @Revision(id = "d55e1b2a9f11", downRevision = "C44E1B2A9F00") // [unknown-parent] Did you mean "c44e1b2a9f00"?
    final class UpperCase extends Blank {}

    @Revision(id = "e66e1b2a9f22", downRevision = "shop") // [unknown-parent] Did you mean "5b1f0c77a2de"?
    final class Label extends Blank {}

    @Revision(id = "f77e1b2a9f33", downRevision = "quitesomethingelse") // [unknown-parent] declares that id.
    final class Far extends Blank {}
}
