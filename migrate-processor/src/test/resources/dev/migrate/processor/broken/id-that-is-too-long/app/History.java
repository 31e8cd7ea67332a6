package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(id = "a234567890123456789012345678901234567890123456789012345678901234")
    final class SixtyFour extends Blank {}

    @Revision(
            id = "b2345678901234567890123456789012345678901234567890123456789012345", // [id-too-long] has 65 characters; the version table holds 64.
            downRevision = "a234567890123456789012345678901234567890123456789012345678901234")
    final class SixtyFive extends Blank {}

    @Revision(
            id = "c-345678901234567890123456789012345678901234567890123456789012345", // [id-too-long] // [illegal-id]
            downRevision = "b2345678901234567890123456789012345678901234567890123456789012345")
    final class AndIllegal extends Blank {}
}
