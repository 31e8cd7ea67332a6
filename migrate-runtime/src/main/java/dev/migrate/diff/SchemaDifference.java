package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import java.util.Optional;

/**
 * One thing in which the database is not what it should be.
 *
 * @param kind what has to happen to it
 * @param object what it is about, by the name that it has in the end; of what is dropped, the name that it has
 * @param words what is different, as a person would say it: {@code type varchar(80), should be varchar(120)}; empty for
 *     what is added or dropped whole
 * @param loss what data may be lost by mending it; empty where none can
 */
public record SchemaDifference(Kind kind, ObjectName object, String words, Optional<String> loss) {

    /** What has to happen to a thing. */
    public enum Kind {
        /** It is missing. */
        ADD,
        /** It is not wanted. */
        DROP,
        /** It is different. */
        CHANGE,
        /** It has another name. */
        RENAME;

        private String word() {
            return switch (this) {
                case ADD -> "add ";
                case DROP -> "drop ";
                case CHANGE -> "change ";
                case RENAME -> "rename ";
            };
        }
    }

    public SchemaDifference {
        requireNonNull(kind, "kind");
        requireNonNull(object, "object");
        requireNonNull(words, "words");
        requireNonNull(loss, "loss");
    }

    /** The difference as a line of a report: {@code change column users.email: type varchar(80), should be varchar(120)}. */
    @Override
    public String toString() {
        return kind.word() + object + (words.isEmpty() ? "" : ": " + words);
    }
}
