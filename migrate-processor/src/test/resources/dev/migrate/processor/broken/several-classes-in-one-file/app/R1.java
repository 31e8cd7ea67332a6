package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a", downRevision = "x") // [unknown-parent]
public final class R1 extends Blank {}

@Revision(id = "b", downRevision = "a") // [class-shape] it is not public.
final class R2 extends Blank {}
