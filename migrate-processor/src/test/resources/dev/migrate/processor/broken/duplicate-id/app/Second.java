package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(
        message = "copied, and the id forgotten",
        id = // eclipse [duplicate-id]
                "a") // javac [duplicate-id] 2 revisions declare the id "a"
public final class Second extends Blank {}
