package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words about keys and constraints: {@code unique("team_id", "name")}. */
final class ConstraintCode {

    private final ConventionalNames names;

    ConstraintCode(ConventionalNames names) {
        this.names = names;
    }

    /** The call that makes a constraint, as a new table says it. */
    Call of(Constraint constraint, TableName table) {
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(key, table);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique(unique, table);
        }
        if (constraint instanceof ForeignKey key) {
            return Call.of("foreignKey", Code.described("f", "ForeignKeySpec", foreignKey(key, table)));
        }
        if (constraint instanceof CheckConstraint check) {
            return check(check, table);
        }
        return Call.of(
                "exclude", Code.described("e", "ExcludeSpec", exclusion((ExclusionConstraint) constraint, table)));
    }

    /** The call that adds it to a table that is there. */
    Call added(Constraint constraint, TableName table) {
        Call call = of(constraint, table);
        return call.named("add" + call.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + call.name().substring(1));
    }

    /** Whether a key can be said beside its only column. */
    boolean isInline(Constraint constraint, TableName table) {
        if (constraint.columns().size() != 1) {
            return false;
        }
        if (constraint instanceof PrimaryKey key) {
            return names.covers(key, table) && key.equals(new PrimaryKey(key.name(), key.columns()));
        }
        if (constraint instanceof UniqueConstraint unique) {
            return names.covers(unique, table) && unique.equals(new UniqueConstraint(unique.name(), unique.columns()));
        }
        return constraint instanceof ForeignKey key && key.emptied().isEmpty() && !key.matchFull();
    }

    /** Keys of one column as they are said beside it. */
    InlineKeys inlined(Collection<Constraint> keys, TableName table) {
        return new InlineKeys(
                keys.stream().anyMatch(PrimaryKey.class::isInstance),
                keys.stream().anyMatch(UniqueConstraint.class::isInstance),
                keys.stream()
                        .filter(ForeignKey.class::isInstance)
                        .map(ForeignKey.class::cast)
                        .flatMap(key -> references(key, table).stream())
                        .toList());
    }

    private List<Call> references(ForeignKey key, TableName table) {
        List<Call> words = new ArrayList<>();
        words.add(referring(key));
        if (!names.covers(key, table)) {
            words.add(named(key));
        }
        behaviour(key, words);
        return words;
    }

    private Call primaryKey(PrimaryKey key, TableName table) {
        boolean covered = names.covers(key, table);
        if (covered && key.equals(new PrimaryKey(key.name(), key.columns()))) {
            return Call.naming("primaryKey", key.columns());
        }
        List<Call> words = new ArrayList<>();
        if (!covered) {
            words.add(named(key));
        }
        words.add(Call.naming("columns", key.columns()));
        included(key.include(), words);
        deferred(key.deferral(), words);
        return Call.of("primaryKey", Code.described("k", "PrimaryKeySpec", words));
    }

    private Call unique(UniqueConstraint unique, TableName table) {
        boolean covered = names.covers(unique, table);
        if (covered && unique.equals(new UniqueConstraint(unique.name(), unique.columns()))) {
            return Call.naming("unique", unique.columns());
        }
        List<Call> words = new ArrayList<>();
        if (!covered) {
            words.add(named(unique));
        }
        words.add(Call.naming("columns", unique.columns()));
        if (unique.nullsNotDistinct()) {
            words.add(Call.of("nullsNotDistinct"));
        }
        included(unique.include(), words);
        deferred(unique.deferral(), words);
        return Call.of("unique", Code.described("u", "UniqueSpec", words));
    }

    private List<Call> foreignKey(ForeignKey key, TableName table) {
        List<Call> words = new ArrayList<>();
        if (!names.covers(key, table)) {
            words.add(named(key));
        }
        words.add(Call.naming("columns", key.columns()));
        words.add(referring(key));
        if (key.matchFull()) {
            words.add(Call.of("matchFull"));
        }
        behaviour(key, words);
        return words;
    }

    private static Call referring(ForeignKey key) {
        return Call.naming("references", key.references().toString(), key.referencedColumns());
    }

    private static void behaviour(ForeignKey key, List<Call> words) {
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            List<Code> arguments = new ArrayList<>();
            arguments.add(Code.constant(key.onDelete(), "Action"));
            key.emptied().forEach(column -> arguments.add(Code.words(column)));
            words.add(new Call("onDelete", arguments));
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            words.add(Call.of("onUpdate", Code.constant(key.onUpdate(), "Action")));
        }
        deferred(key.deferral(), words);
        enforced(key.enforcement(), words);
    }

    private Call check(CheckConstraint check, TableName table) {
        Optional<String> shortName = names.ofCheck(check, table);
        List<Call> words = new ArrayList<>();
        if (shortName.isEmpty()) {
            words.add(named(check));
        }
        enforced(check.enforcement(), words);
        if (check.noInherit()) {
            words.add(Call.of("noInherit"));
        }
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.words(shortName.orElse(check.name())));
        arguments.add(Code.sql(check.condition()));
        if (!words.isEmpty()) {
            arguments.add(Code.described("c", "CheckSpec", words));
        }
        return new Call("check", arguments);
    }

    private List<Call> exclusion(ExclusionConstraint exclusion, TableName table) {
        List<Call> words = new ArrayList<>();
        if (!names.covers(exclusion, table)) {
            words.add(named(exclusion));
        }
        if (!exclusion.method().equals("gist")) {
            words.add(Call.of("using", Code.words(exclusion.method())));
        }
        exclusion.elements().forEach(element -> compared(element, exclusion, words));
        included(exclusion.include(), words);
        exclusion.where().ifPresent(condition -> words.add(Call.of("where", Code.sql(condition))));
        deferred(exclusion.deferral(), words);
        return words;
    }

    private static void compared(ExclusionConstraint.Element element, ExclusionConstraint exclusion, List<Call> words) {
        Index.Part part = element.part();
        Index.Part sayable = part.expression() ? Index.Part.expression(part.term()) : Index.Part.column(part.term());
        if (!part.equals(sayable.withQualifier(part.qualifier()))) {
            throw Unwritable.part("exclusion constraint " + exclusion.name(), "it sorts what it compares");
        }
        words.add(Call.of(
                part.expression() ? "onExpression" : "on",
                part.expression() ? Code.sql(part.term()) : Code.words(part.term()),
                Code.words(element.operator())));
        part.qualifier().ifPresent(sql -> words.add(Call.of("operatorClass", Code.words(sql))));
    }

    private static Call named(Constraint constraint) {
        return Call.of("named", Code.words(Unwritable.name("constraint", constraint.name())));
    }

    private static void included(List<String> columns, List<Call> words) {
        if (!columns.isEmpty()) {
            words.add(Call.naming("include", columns));
        }
    }

    private static void deferred(Optional<Deferral> deferral, List<Call> words) {
        deferral.ifPresent(
                until -> words.add(Call.of(until == Deferral.DEFERRED ? "initiallyDeferred" : "deferrable")));
    }

    private static void enforced(Optional<Enforcement> enforcement, List<Call> words) {
        enforcement.ifPresent(rows -> words.add(Call.of(rows == Enforcement.NO_ROWS ? "notEnforced" : "notValid")));
    }
}
