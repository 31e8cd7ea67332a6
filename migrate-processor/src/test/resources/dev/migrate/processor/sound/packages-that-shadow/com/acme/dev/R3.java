package com.acme.dev;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r3", downRevision = "r2") // revision r3
public final class R3 extends Blank {}
