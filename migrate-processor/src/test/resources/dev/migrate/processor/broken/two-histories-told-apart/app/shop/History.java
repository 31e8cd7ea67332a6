package app.shop;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a")
    final class A extends Blank {}

    @Revision(id = "b", downRevision = "a")
    final class B extends Blank {}

    @Revision(id = "c", downRevision = "z") // [unknown-parent]
    final class C extends Blank {}
}
