package com.acme.java;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "r1") // revision r1
public final class R1 extends Blank {}
