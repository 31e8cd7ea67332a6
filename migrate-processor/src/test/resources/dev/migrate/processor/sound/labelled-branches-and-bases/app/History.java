package app;

import dev.migrate.Revision;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "r1", branchLabels = {"shop", "web-2.x"}) // revision r1
    final class Shop extends Blank {}

    @Revision(id = "r2", branchLabels = "billing", dependsOn = "web-2.x") // revision r2
    final class Billing extends Blank {}

    @Revision(id = "r3", downRevision = "r2", dependsOn = {"shop", "r1"}) // revision r3
    final class More extends Blank {}

    @Revision(id = "r4") // revision r4
    final class Third extends Blank {}

    @Revision(id = "r5", downRevision = {"r4", "r1"}) // revision r5
    final class Merge extends Blank {}
}
