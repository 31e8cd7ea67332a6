package dev.migrate.diff;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a key, a check or an index says, in a line. */
final class KeyWords {

    private KeyWords() {}

    static String of(Object key) {
        if (key instanceof CheckConstraint check) {
            return "check (" + check.condition() + ")";
        }
        if (key instanceof ForeignKey foreign) {
            return "(" + String.join(", ", foreign.columns()) + ") references " + foreign.references() + " ("
                    + String.join(", ", foreign.referencedColumns()) + ")"
                    + action(" on delete ", foreign.onDelete()) + action(" on update ", foreign.onUpdate())
                    + foreign.deferral().map(deferral -> " " + words(deferral)).orElse("");
        }
        if (key instanceof Index index) {
            return (index.unique() ? "unique " : "")
                    + index.method().map(method -> method + " ").orElse("") + "("
                    + index.parts().stream().map(KeyWords::part).collect(Collectors.joining(", ")) + ")"
                    + include(index.include())
                    + index.where().map(where -> " where " + where).orElse("")
                    + (index.invisible() ? " invisible" : "");
        }
        Constraint constraint = (Constraint) key;
        return constraint.kind().words() + " (" + String.join(", ", constraint.columns()) + ")"
                + (constraint instanceof UniqueConstraint unique ? words(unique) : "");
    }

    private static String words(UniqueConstraint unique) {
        return (unique.nullsNotDistinct() ? " nulls not distinct" : "")
                + include(unique.include())
                + unique.deferral().map(deferral -> " " + words(deferral)).orElse("");
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " include (" + String.join(", ", columns) + ")";
    }

    private static String part(Index.Part part) {
        return part.term()
                + (part.prefix().isPresent() ? "(" + part.prefix().getAsInt() + ")" : "")
                + part.qualifier().map(qualifier -> " " + qualifier).orElse("")
                + (part.descending() ? " desc" : "")
                + part.nulls().map(nulls -> " nulls " + words(nulls)).orElse("");
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + words(action);
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
