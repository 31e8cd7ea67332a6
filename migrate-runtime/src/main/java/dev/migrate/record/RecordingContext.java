package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.Database;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.SchemaModel;
import dev.migrate.script.ScriptSyntax;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All that a recording depends on besides the migration's class.
 *
 * @param database the database that the operations are meant for
 * @param identifierLimit the longest name it has room for
 * @param exactNames what migrations call that which the database holds under exactly these letters
 * @param syntax how SQL is written for it
 * @param x values given from outside, by their key without {@code x.}
 * @param before the schema before the revision's upgrade, for a computed downgrade; asked for only when one is computed
 */
public record RecordingContext(
        Database database,
        NameLimit identifierLimit,
        UnaryOperator<String> exactNames,
        ScriptSyntax syntax,
        Map<String, String> x,
        Supplier<SchemaModel> before) {

    public RecordingContext {
        requireNonNull(database, "database");
        requireNonNull(exactNames, "exactNames");
        requireNonNull(syntax, "syntax");
        x = Collections.unmodifiableMap(new TreeMap<>(x));
        requireNonNull(before, "before");
    }

    /**
     * The same context with another schema before.
     *
     * @param schema gives the schema before the revision's upgrade
     * @return a copy
     */
    public RecordingContext withBefore(Supplier<SchemaModel> schema) {
        return new RecordingContext(database, identifierLimit, exactNames, syntax, x, schema);
    }
}
