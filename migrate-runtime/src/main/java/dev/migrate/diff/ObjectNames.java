package dev.migrate.diff;

import dev.migrate.schema.ObjectName;
import java.util.Comparator;

/** The order in which things are told of, whatever order they were found in. */
final class ObjectNames {

    static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::owner)
            .thenComparing(ObjectName::kind)
            .thenComparing(name -> name.part().orElse(""));

    private ObjectNames() {}
}
