package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public class Shapes {

    @Revision(id = "a01") // [class-shape] app.Shapes.Abstract cannot be a migration: it is abstract.
    public abstract static class Abstract extends Blank {}

    @Revision(id = "a02", downRevision = "a01") // [class-shape] it is an inner class: static is missing.
    public class Inner extends Blank {}

    @Revision(id = "a03", downRevision = "a02") // [class-shape] it is not public.
    static class NotPublic extends Blank {}

    @Revision(id = "a04", downRevision = "a03") // [class-shape] it is not public.
    private static class Private extends Blank {}

    @Revision(id = "a05", downRevision = "a04") // [class-shape] it does not implement dev.migrate.Migration.
    public static class NoMigration {}

    @Revision(id = "a06", downRevision = "a05") // [class-shape] it is an interface.
    public interface Interface extends Migration {}

    @Revision(id = "a07", downRevision = "a06") // [class-shape] it is an annotation.
    public @interface Annotation {}

    @Revision(id = "a08", downRevision = "a07") // [class-shape] it is an enum.
    public enum Enum implements ReversibleMigration {
        ONE;

        @Override
        public void change(Operations op) {}
    }

    @Revision(id = "a10", downRevision = "a08") // [class-shape] it has a constructor without parameters that is not public.
    public static class PrivateConstructor extends Blank {
        private PrivateConstructor() {}
    }

    @Revision(id = "a11", downRevision = "a10") // [class-shape] it has a constructor that throws java.io.IOException.
    public static class Throws extends Blank {
        public Throws() throws java.io.IOException, IllegalStateException {}
    }

    @Revision(id = "a12", downRevision = "a11") // [class-shape] it has no constructor without parameters.
    public static class VarArgs extends Blank {
        public VarArgs(String... none) {}
    }

    @Revision(id = "a13", downRevision = "a12") // [class-shape] it is an inner class
    public class Generic<T extends Comparable<T>> extends Blank {}

    @Revision(id = "a14", downRevision = "a13") // [class-shape] it is abstract, it is not public, it does not implement
    abstract static class All {}

    @Revision(id = "a15", downRevision = "a14") // [class-shape] app.Shapes.Sealed cannot be a migration: it is abstract.
    public abstract static sealed class Sealed extends Blank permits Good {}

    @Revision(id = "a16", downRevision = "a15")
    public static final class Good extends Sealed {}
}
