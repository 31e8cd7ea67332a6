package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "ab") // [id-case] The revision ids "AB", "Ab" and "ab" differ in case only
    final class Lower extends Blank {}

    @Revision(id = "AB", downRevision = "ab") // [id-case]
    final class Upper extends Blank {}

    @Revision(id = "Ab", downRevision = "AB") // [id-case]
    final class Mixed extends Blank {}

    @Revision(id = "abc", downRevision = "Ab")
    final class Other extends Blank {}
}
