package dev.migrate.diff;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.ColumnWords;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One column against what it should be. What the model cannot leave out is compared always; a character set, a collation,
 * what an update sets and visibility count where the model says them, since a model that says nothing leaves them to the
 * database.
 */
final class ColumnDiffer {

    private final DatabaseRules rules;
    private final DiffPolicy policy;

    ColumnDiffer(DatabaseRules rules, DiffPolicy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * A change of a column.
     *
     * @param operation what makes it as it should be
     * @param words what is different
     * @param retyped whether its type changes, or how its text is compared, or what else a foreign key has to let go of
     * @param loss what data may be lost
     */
    record Altered(AlterColumn operation, String words, boolean retyped, Optional<String> loss) {}

    /** Empty when the column is what it should be. The twins are the two columns in the form that can be compared. */
    Optional<Altered> compare(TableName table, Column actual, Column actualTwin, Column desired, Column desiredTwin) {
        ObjectName name = ObjectName.of(ObjectName.Kind.COLUMN, table, actual.name());
        ColumnWords change = AlterColumn.of(table, actual.name());
        List<String> words = new ArrayList<>();
        Optional<String> loss = Optional.empty();

        boolean retyped =
                !actualTwin.type().equals(desiredTwin.type()) && !policy.types().same(name, actualTwin, desiredTwin);
        if (retyped) {
            change.type(desired.type());
            words.add("type " + rules.words(actual.type()) + ", should be " + rules.words(desired.type()));
            loss = Narrowing.loss(actualTwin.type(), desiredTwin.type());
        }
        if (actualTwin.nullable() != desiredTwin.nullable()) {
            change.nullable(desired.nullable());
            words.add(desired.nullable() ? "not null, should be nullable" : "nullable, should be not null");
        }
        if (!actualTwin.identity().equals(desiredTwin.identity())) {
            change.identity(Change.to(desired.identity()));
            retyped |= rules.keysHoldIdentity();
            words.add(sides(
                    "identity",
                    actualTwin.identity(),
                    desiredTwin.identity(),
                    identity -> identity.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        if (!actualTwin.generated().equals(desiredTwin.generated())) {
            change.generated(Change.to(desired.generated()));
            words.add(sides("computed", actual.generated(), desired.generated(), ColumnDiffer::words));
        }
        if (!actualTwin.defaultValue().equals(desiredTwin.defaultValue())
                && (desiredTwin.identity().isEmpty() || actualTwin.identity().isEmpty())
                && !policy.defaults().same(name, actualTwin, desiredTwin)) {
            change.defaultValue(Change.to(desired.defaultValue()));
            words.add(sides("default", actual.defaultValue(), desired.defaultValue(), ColumnDiffer::words));
        }
        if (!actualTwin.comment().equals(desiredTwin.comment())) {
            change.comment(Change.to(desired.comment()));
            words.add(sides("comment", actual.comment(), desired.comment(), text -> "'" + text + "'"));
        }
        if (isSaidOtherwise(actualTwin.charset(), desiredTwin.charset())) {
            change.charset(Change.to(desired.charset()));
            retyped = true;
            words.add(sides("character set", actual.charset(), desired.charset(), Function.identity()));
        }
        if (isSaidOtherwise(actualTwin.collation(), desiredTwin.collation())) {
            change.collation(Change.to(desired.collation()));
            retyped = true;
            words.add(sides("collation", actual.collation(), desired.collation(), Function.identity()));
        }
        if (isSaidOtherwise(actualTwin.onUpdate(), desiredTwin.onUpdate())
                || (policy.dropsUnknown() && !actualTwin.onUpdate().equals(desiredTwin.onUpdate()))) {
            change.onUpdate(Change.to(desired.onUpdate()));
            words.add(sides("on update", actual.onUpdate(), desired.onUpdate(), Function.identity()));
        }
        if (desiredTwin.invisible() != actualTwin.invisible() && (desiredTwin.invisible() || policy.dropsUnknown())) {
            change.invisible(desired.invisible());
            words.add(desired.invisible() ? "visible, should be invisible" : "invisible, should be visible");
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Altered(change.operation(), String.join("; ", words), retyped, loss));
    }

    private static boolean isSaidOtherwise(Optional<String> actual, Optional<String> desired) {
        return desired.isPresent() && !Objects.equals(actual, desired);
    }

    private static <T> String sides(String what, Optional<T> actual, Optional<T> desired, Function<T, String> words) {
        return what + " " + actual.map(words).orElse("none") + ", should be "
                + desired.map(words).orElse("none");
    }

    private static String words(Generated generated) {
        return "as (" + generated.sql() + ")" + (generated.stored() ? " stored" : " virtual");
    }

    static String words(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return "'" + text.value() + "'";
        }
        if (value instanceof DefaultValue.Numeric number) {
            return number.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return Boolean.toString(bool.value());
        }
        return value instanceof DefaultValue.Expression expression ? expression.sql() : "now";
    }
}
