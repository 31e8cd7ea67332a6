package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = "a")
public class A extends Missing {} // [compiler]
