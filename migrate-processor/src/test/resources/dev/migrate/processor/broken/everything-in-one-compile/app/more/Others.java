package app.more;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface Others {

    @Revision(
            id = "c c", // [illegal-id]
            downRevision = "c c", // [self-loop]
            dependsOn = "c c", // [dependency-self-loop]
            branchLabels = "l") // [duplicate-label]
    final class C extends Blank {}

    @Revision(
            id = "d1",
            downRevision = "d2") // [cycle]
    final class D1 extends Blank {}

    @Revision(
            id = "d2",
            downRevision = "d1",
            branchLabels = "l") // [duplicate-label]
    final class D2 extends Blank {}

    @Revision(
            id = "e1", // [id-case]
            dependsOn = "e2") // [dependency-cycle]
    final class E1 extends Blank {}

    @Revision(
            id = "e2",
            dependsOn = "e1")
    final class E2 extends Blank {}

    @Revision(
            id = "E1", // [id-case]
            branchLabels = "e2") // [duplicate-label]
    final class F extends Blank {}

    @Revision( // [class-shape]
            id = "head") // [reserved-id]
    abstract class G extends Blank {}

    @Revision(
            id = "x2345678901234567890123456789012345678901234567890123456789012345") // [id-too-long]
    final class H extends Blank {}
}
