package app.$pkg;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r4", downRevision = "r3", message = "$S $T ${x}") // revision r4
public final class $ extends Blank {}
