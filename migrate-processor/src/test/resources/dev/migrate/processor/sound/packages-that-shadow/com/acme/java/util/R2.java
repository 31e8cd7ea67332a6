package com.acme.java.util;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r2", downRevision = "r1") // revision r2
public final class R2 extends Blank {}
