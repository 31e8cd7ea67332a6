package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The words about one column, in a fixed order. */
final class ColumnCode {

    private final ValueCode values;

    ColumnCode(ValueCode values) {
        this.values = values;
    }

    /**
     * A new column.
     *
     * @param receiver what makes it: {@code t} or {@code c}
     * @param column the column
     * @param position where it goes
     * @param keys what is said of keys beside it
     */
    Chain added(String receiver, Column column, Optional<ColumnPosition> position, InlineKeys keys) {
        List<Call> words = new ArrayList<>();
        words.add(TypeCode.ofNew(Unwritable.name("column", column.name()), column.type()));
        column.charset().ifPresent(name -> words.add(Call.of("charset", Code.words(name))));
        column.collation().ifPresent(name -> words.add(Call.of("collation", Code.words(name))));
        column.identity().ifPresent(identity -> words.add(numbered(identity, column.numbering())));
        column.generated().ifPresent(generated -> words.add(computed(generated)));
        if (!column.nullable() && column.identity().isEmpty() && !keys.primaryKey()) {
            words.add(Call.of("notNull"));
        }
        column.defaultValue().ifPresent(value -> words.add(defaulting(value)));
        column.onUpdate().ifPresent(expression -> words.add(updated(column.name(), expression)));
        if (column.invisible()) {
            words.add(Call.of("invisible"));
        }
        if (keys.primaryKey()) {
            words.add(Call.of("primaryKey"));
        }
        if (keys.unique()) {
            words.add(Call.of("unique"));
        }
        column.comment().ifPresent(text -> words.add(Call.of("comment", Code.words(text))));
        position.ifPresent(place -> words.add(placed(place)));
        words.addAll(keys.references());
        return new Chain(receiver, words);
    }

    /** What changes about a column. */
    List<Call> changed(AlterColumn op) {
        List<Call> words = new ArrayList<>();
        op.type().ifPresent(type -> words.add(TypeCode.ofChanged(type)));
        op.using().ifPresent(sql -> words.add(Call.of("using", Code.sql(sql))));
        text(op, words);
        changed(op.identity(), identity -> numbered(identity, Optional.empty()), "dropIdentity", words::add);
        changed(op.generated(), ColumnCode::computed, "dropGenerated", words::add);
        boolean said = op.identity() instanceof Change.Set;
        op.nullable()
                .filter(mayBeNull -> mayBeNull || !said)
                .ifPresent(mayBeNull -> words.add(Call.of(mayBeNull ? "nullable" : "notNull")));
        changed(op.defaultValue(), this::defaulting, "dropDefault", words::add);
        changed(op.onUpdate(), expression -> updated(op.column(), expression), "dropOnUpdate", words::add);
        op.invisible().ifPresent(hidden -> words.add(Call.of(hidden ? "invisible" : "visible")));
        changed(op.comment(), text -> Call.of("comment", Code.words(text)), "dropComment", words::add);
        op.position().ifPresent(place -> words.add(placed(place)));
        return words;
    }

    /** One word drops both. */
    private static void text(AlterColumn op, List<Call> words) {
        if (op.charset() instanceof Change.Drop || op.collation() instanceof Change.Drop) {
            words.add(Call.of("dropCollation"));
        }
        if (op.charset() instanceof Change.Set<String> set) {
            words.add(Call.of("charset", Code.words(set.value())));
        }
        if (op.collation() instanceof Change.Set<String> set) {
            words.add(Call.of("collation", Code.words(set.value())));
        }
    }

    private static <T> void changed(Change<T> change, Function<T, Call> set, String drop, Consumer<Call> words) {
        if (change instanceof Change.Set<T> value) {
            words.accept(set.apply(value.value()));
        } else if (change instanceof Change.Drop) {
            words.accept(Call.of(drop));
        }
    }

    private Call defaulting(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return Call.of("defaultValue", Code.words(text.value()));
        }
        if (value instanceof DefaultValue.Numeric number) {
            return Call.of("defaultValue", values.exact(number.value()));
        }
        if (value instanceof DefaultValue.Bool bool) {
            return Call.of("defaultValue", new Code.Plain(Boolean.toString(bool.value())));
        }
        return value instanceof DefaultValue.Expression expression
                ? Call.of("defaultExpression", Code.sql(expression.sql()))
                : Call.of("defaultNow");
    }

    private static Call computed(Generated generated) {
        return Call.of(generated.stored() ? "generatedAs" : "generatedVirtualAs", Code.sql(generated.sql()));
    }

    private static Call updated(String column, String expression) {
        if (!expression.equals(Column.NOW)) {
            throw Unwritable.part(
                    "column " + column,
                    "an update sets it to " + expression + ", and only the present moment has a word");
        }
        return Call.of("onUpdateNow");
    }

    private static Call placed(ColumnPosition place) {
        return place.after().map(column -> Call.of("after", Code.words(column))).orElseGet(() -> Call.of("first"));
    }

    private static Call numbered(Identity identity, Optional<Numbering> numbering) {
        boolean always = identity == Identity.ALWAYS;
        if (numbering.isEmpty()) {
            return Call.of(always ? "identityAlways" : "identity");
        }
        List<Call> words = new ArrayList<>();
        if (always) {
            words.add(Call.of("always"));
        }
        words.addAll(numbers(numbering.get()));
        return Call.of("identity", Code.described("n", "IdentitySpec", words));
    }

    /** Which numbers come, as far as they are not 1, 2, 3 and so on. */
    static List<Call> numbers(Numbering numbering) {
        List<Call> words = new ArrayList<>();
        if (numbering.start()
                != Sequence.firstNumber(numbering.increment(), numbering.minimum(), numbering.maximum())) {
            words.add(Call.of("startWith", Code.number(numbering.start())));
        }
        if (numbering.increment() != 1) {
            words.add(Call.of("incrementBy", Code.number(numbering.increment())));
        }
        numbering.minimum().ifPresent(number -> words.add(Call.of("minValue", Code.number(number))));
        numbering.maximum().ifPresent(number -> words.add(Call.of("maxValue", Code.number(number))));
        numbering.cache().ifPresent(number -> words.add(Call.of("cache", Code.number(number))));
        if (numbering.cycle()) {
            words.add(Call.of("cycle"));
        }
        return words;
    }
}
