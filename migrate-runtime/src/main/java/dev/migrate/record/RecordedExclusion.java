package dev.migrate.record;

import dev.migrate.ExcludeSpec;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.Index;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one exclusion constraint. */
final class RecordedExclusion implements ExcludeSpec {

    private final Naming naming;
    private @Nullable String name;
    private String method = "gist";
    private final List<Element> elements = new ArrayList<>();
    private List<String> include = List.of();
    private Optional<String> where = Optional.empty();
    private Optional<Deferral> deferral = Optional.empty();

    RecordedExclusion(Naming naming) {
        this.naming = naming;
    }

    ExclusionConstraint constraint(TableName table) {
        if (elements.isEmpty()) {
            throw Checked.bad(
                    "an exclusion constraint of " + table + " compares nothing", "write e -> e.on(\"column\", \"=\")");
        }
        if (name == null && elements.stream().anyMatch(element -> element.part().expression())) {
            throw Checked.bad(
                    "an exclusion constraint of " + table + " has an expression and no name",
                    "give it one: e -> e.named(\"ex_" + table.name() + "_…\").onExpression(…)");
        }
        String fullName = name == null
                ? naming.exclusion(
                        table,
                        elements.stream().map(element -> element.part().term()).toList())
                : name;
        return new ExclusionConstraint(fullName, method, elements, include, where, deferral);
    }

    @Override
    public ExcludeSpec named(String fullName) {
        name = naming.name("exclusion constraint", fullName);
        return this;
    }

    @Override
    public ExcludeSpec on(String column, String operator) {
        return with(Index.Part.column(naming.name("column", column)), operator);
    }

    @Override
    public ExcludeSpec onExpression(String sql, String operator) {
        return with(Index.Part.expression(Checked.text("expression", sql)), operator);
    }

    private ExcludeSpec with(Index.Part part, String operator) {
        elements.add(new Element(part, Checked.text("operator", operator)));
        return this;
    }

    @Override
    public ExcludeSpec operatorClass(String operatorClass) {
        if (elements.isEmpty()) {
            throw Checked.bad(
                    "operatorClass(\"" + operatorClass + "\") has no column or expression before it",
                    "write e -> e.on(\"column\", \"&&\").operatorClass(\"" + operatorClass + "\")");
        }
        Element last = elements.remove(elements.size() - 1);
        elements.add(new Element(
                last.part().withQualifier(Optional.of(Checked.text("operator class", operatorClass))),
                last.operator()));
        return this;
    }

    @Override
    public ExcludeSpec using(String newMethod) {
        method = Checked.name("method", newMethod).toLowerCase(Locale.ROOT);
        return this;
    }

    @Override
    public ExcludeSpec where(String condition) {
        where = Optional.of(Checked.text("condition", condition));
        return this;
    }

    @Override
    public ExcludeSpec include(String column, String... more) {
        include = naming.columns(column, more);
        return this;
    }

    @Override
    public ExcludeSpec deferrable() {
        deferral = Optional.of(deferral.orElse(Deferral.IMMEDIATE));
        return this;
    }

    @Override
    public ExcludeSpec initiallyDeferred() {
        deferral = Optional.of(Deferral.DEFERRED);
        return this;
    }
}
