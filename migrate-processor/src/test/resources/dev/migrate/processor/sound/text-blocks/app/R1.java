package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

@Revision(id = """
        r1""", message = """
        Several lines,
          with "quotes", \t tabs and \\ backslashes;
        and the end.
        """) // revision r1
public final class R1 extends Blank {}
