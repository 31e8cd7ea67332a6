package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

class Outer {

    @Revision(id = "a1") // [class-shape] it lies in app.Outer, which is not public.
    public static class A extends Blank {}

    public class Inner {

        @Revision(id = "a2", downRevision = "a1") // [class-shape] it lies in app.Outer.Inner, which is an inner class
        public static class B extends Blank {}
    }

    private interface Hidden { // eclipse warning [compiler] never used

        @Revision(id = "a3", downRevision = "a2") // [class-shape] it lies in app.Outer.Hidden, which is not public
        class C extends Blank {}
    }
}
