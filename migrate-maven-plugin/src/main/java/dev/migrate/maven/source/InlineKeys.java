package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import java.util.List;

/**
 * What is said of keys beside a column.
 *
 * @param primaryKey whether it is the primary key
 * @param unique whether it is unique
 * @param references what it refers to, in words that come last
 */
record InlineKeys(boolean primaryKey, boolean unique, List<Call> references) {

    static final InlineKeys NONE = new InlineKeys(false, false, List.of());

    InlineKeys {
        references = List.copyOf(references);
    }
}
