package app;

import dev.migrate.*;
import dev.migrate.processor.Blank;

public interface History {

    @Revision(
            id = "a",
            branchLabels = { // eclipse [illegal-label] // eclipse [illegal-label] // eclipse [illegal-label] // eclipse [illegal-label] // eclipse [illegal-label] // eclipse [illegal-label] // eclipse [illegal-label]
                "right-hand.side_1", // a good one
                "two words", // javac [illegal-label] "two words" is not a branch label
                "steps-12", // javac [illegal-label] no hyphen and digits at the end
                "", // javac [illegal-label] "" is not a branch label
                "current", // javac [illegal-label] "current" cannot be a branch label
                "größe", // javac [illegal-label]
                "a@b", // javac [illegal-label]
                "l2345678901234567890123456789012345678901234567890123456789012345" // javac [illegal-label] at most 64
            })
    final class A extends Blank {}
}
