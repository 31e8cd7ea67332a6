package app;

import dev.migrate.processor.Blank;

public interface Outer {

    @dev.migrate.Revision(id = "r1") // revision r1
    final class Part1 extends Blank {}

    @dev.migrate.Revision(id = "r2", downRevision = "r1") // revision r2
    final class List extends Blank {}

    @dev.migrate.Revision(id = "r3", downRevision = "r2") // revision r3
    final class Part extends Blank {}

    @dev.migrate.Revision(id = "r4", downRevision = "r3") // revision r4
    final class Migration extends Blank {}

    @dev.migrate.Revision(id = "r5", downRevision = "r4") // revision r5
    final class String extends Blank {}
}
