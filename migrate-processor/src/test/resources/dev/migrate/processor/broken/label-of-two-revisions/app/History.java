package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(
            id = "b",
            downRevision = "a",
            branchLabels = { // eclipse [duplicate-label]
                "one",
                "shop", // javac [duplicate-label] Revisions "b" and "c" both declare the branch label "shop".
                "two"
            })
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "b", branchLabels = "shop") // [duplicate-label] keep the label where the branch starts
    final class C extends Blank {}
}
