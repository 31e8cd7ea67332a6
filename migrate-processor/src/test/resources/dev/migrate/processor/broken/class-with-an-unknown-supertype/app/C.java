package app;

import dev.migrate.*;

@Revision(id = "c", downRevision = "a") // [class-shape] it is abstract.
public abstract class C extends A {} // eclipse [compiler]
