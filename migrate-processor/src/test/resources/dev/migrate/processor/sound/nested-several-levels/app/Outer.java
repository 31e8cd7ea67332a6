package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r0") // revision r0
public class Outer extends Blank {

    @Revision(id = "r1", downRevision = "r0") // revision r1
    public static class Inner extends Blank {

        @Revision(id = "r2", downRevision = "r1") // revision r2
        public static final class Innermost extends Blank {}
    }

    public enum Kind {
        ONE;

        @Revision(id = "r3", downRevision = "r2") // revision r3
        public static final class InEnum extends Blank {}
    }

    public @interface Marker {
        @Revision(id = "r4", downRevision = "r3") // revision r4
        final class InAnnotation extends Blank {}
    }

    public record Pair(int one, int two) {
        @Revision(id = "r5", downRevision = "r4") // revision r5
        public static final class InRecord extends Blank {}
    }
}
