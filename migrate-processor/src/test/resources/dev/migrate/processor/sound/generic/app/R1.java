package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1
public class R1<T extends Comparable<T>> extends Blank {

    @Revision(id = "r2", downRevision = "r1") // revision r2
    public static final class Nested<A, B extends A> extends R1<String> {}
}
