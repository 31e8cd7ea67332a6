package dev.migrate.record;

import dev.migrate.Algorithm;
import dev.migrate.IndexSpec;
import dev.migrate.TableLock;
import dev.migrate.operation.CreateIndex;
import dev.migrate.schema.Index;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one index. */
final class RecordedIndex implements IndexSpec {

    private static final Pattern PARAMETER = Pattern.compile("[a-z_][a-z0-9_]*");

    private final Naming naming;
    private @Nullable String name;
    private final List<Index.Part> parts = new ArrayList<>();
    private boolean unique;
    private Optional<String> where = Optional.empty();
    private boolean concurrently;
    private boolean nullsNotDistinct;
    private List<String> include = List.of();
    private Optional<String> method = Optional.empty();
    private boolean invisible;
    private final Map<String, String> storage = new TreeMap<>();
    private Optional<Algorithm> algorithm = Optional.empty();
    private Optional<TableLock> lock = Optional.empty();
    private boolean ifNotExists;

    RecordedIndex(Naming naming) {
        this.naming = naming;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }

    /** As an operation, which may be left out where there is such an index. */
    CreateIndex operation(TableName table) {
        return new CreateIndex(table, built(table), concurrently);
    }

    /** As a part of a new table. */
    Index index(TableName table) {
        if (ifNotExists) {
            throw Checked.bad(
                    "ifNotExists() is said of an index of " + table + ", which is a new table and has none",
                    "leave it out, or call op.createIndex behind op.createTable");
        }
        return built(table);
    }

    private Index built(TableName table) {
        if (parts.isEmpty()) {
            throw Checked.bad("an index of " + table + " has no column", "write i -> i.on(\"column\")");
        }
        if (name == null && parts.stream().anyMatch(Index.Part::expression)) {
            throw Checked.bad(
                    "an index of " + table + " has an expression and no name",
                    "give it one: i -> i.named(\"ix_" + table.name() + "_…\").onExpression(…)");
        }
        String fullName = name == null
                ? naming.index(table, parts.stream().map(Index.Part::term).toList())
                : name;
        if (nullsNotDistinct && !unique) {
            throw Checked.bad(
                    "index " + fullName + " of " + table + " says nullsNotDistinct() and is not unique",
                    "say unique() too, or leave it out");
        }
        return new Index(fullName, parts, unique, where, include, method, invisible)
                .withNullsNotDistinct(nullsNotDistinct)
                .withStorage(storage);
    }

    Optional<Algorithm> algorithm() {
        return algorithm;
    }

    Optional<TableLock> lock() {
        return lock;
    }

    @Override
    public IndexSpec named(String fullName) {
        name = naming.name("index", fullName);
        return this;
    }

    @Override
    public IndexSpec on(String column, String... more) {
        naming.columns(column, more).forEach(each -> parts.add(Index.Part.column(each)));
        return this;
    }

    @Override
    public IndexSpec desc(String column) {
        parts.add(Index.Part.column(naming.name("column", column)).withDescending(true));
        return this;
    }

    @Override
    public IndexSpec onExpression(String sql) {
        parts.add(Index.Part.expression(Checked.text("index expression", sql)));
        return this;
    }

    @Override
    public IndexSpec prefix(int length) {
        if (parts.isEmpty() || parts.get(parts.size() - 1).expression() || length < 1) {
            throw Checked.bad(
                    "prefix(" + length + ") needs a column before it and a length of at least 1",
                    "write i -> i.on(\"column\").prefix(64)");
        }
        return ofLast("prefix", part -> part.withPrefix(OptionalInt.of(length)));
    }

    private IndexSpec ofLast(String word, UnaryOperator<Index.Part> change) {
        if (parts.isEmpty()) {
            throw Checked.bad(
                    word + "(…) has no column or expression before it", "write i -> i.on(\"column\")." + word + "(…)");
        }
        parts.add(change.apply(parts.remove(parts.size() - 1)));
        return this;
    }

    @Override
    public IndexSpec descending() {
        return ofLast("descending", part -> part.withDescending(true));
    }

    @Override
    public IndexSpec nullsFirst() {
        return ofLast("nullsFirst", part -> part.withNulls(Optional.of(Index.Nulls.FIRST)));
    }

    @Override
    public IndexSpec nullsLast() {
        return ofLast("nullsLast", part -> part.withNulls(Optional.of(Index.Nulls.LAST)));
    }

    /** A collation stands before it. */
    @Override
    public IndexSpec operatorClass(String operatorClass) {
        String sql = Checked.text("operator class", operatorClass);
        return ofLast(
                "operatorClass",
                part -> part.withQualifier(
                        Optional.of(part.qualifier().map(before -> before + " ").orElse("") + sql)));
    }

    /** An operator class stands behind it. */
    @Override
    public IndexSpec collation(String collation) {
        String sql = "COLLATE " + Checked.text("collation", collation);
        return ofLast(
                "collation",
                part -> part.withQualifier(Optional.of(
                        sql + part.qualifier().map(behind -> " " + behind).orElse(""))));
    }

    @Override
    public IndexSpec unique() {
        unique = true;
        return this;
    }

    @Override
    public IndexSpec where(String condition) {
        where = Optional.of(Checked.text("index condition", condition));
        return this;
    }

    @Override
    public IndexSpec concurrently() {
        concurrently = true;
        return this;
    }

    @Override
    public IndexSpec ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    public IndexSpec nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    @Override
    public IndexSpec include(String column, String... more) {
        include = naming.columns(column, more);
        return this;
    }

    @Override
    public IndexSpec using(String newMethod) {
        method = Optional.of(Checked.name("method", newMethod).toLowerCase(Locale.ROOT));
        return this;
    }

    @Override
    public IndexSpec with(String parameter, long value) {
        return with(parameter, String.valueOf(value));
    }

    @Override
    public IndexSpec with(String parameter, String value) {
        String name = Checked.name("parameter", parameter).toLowerCase(Locale.ROOT);
        if (!PARAMETER.matcher(name).matches()) {
            throw Checked.bad(
                    "\"" + parameter + "\" is not the name of a storage parameter",
                    "write i -> i.with(\"fillfactor\", 70)");
        }
        storage.put(name, Checked.text("parameter's value", value));
        return this;
    }

    @Override
    public IndexSpec fulltext() {
        method = Optional.of("fulltext");
        return this;
    }

    @Override
    public IndexSpec fulltext(String parser) {
        method = Optional.of("fulltext with parser " + Checked.word("parser", parser));
        return this;
    }

    @Override
    public IndexSpec spatial() {
        method = Optional.of("spatial");
        return this;
    }

    @Override
    public IndexSpec invisible() {
        invisible = true;
        return this;
    }

    @Override
    public IndexSpec algorithm(Algorithm onlyWay) {
        algorithm = Optional.of(onlyWay);
        return this;
    }

    @Override
    public IndexSpec lock(TableLock atMost) {
        lock = Optional.of(atMost);
        return this;
    }
}
