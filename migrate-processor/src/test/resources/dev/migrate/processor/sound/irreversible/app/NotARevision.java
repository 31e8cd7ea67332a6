package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Irreversible("but no revision")
public final class NotARevision extends Blank {}
