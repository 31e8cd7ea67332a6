package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.maven.source.Code.Lambda;
import dev.migrate.maven.source.Code.Statement;
import dev.migrate.operation.Change;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said about a new table: its columns with their keys, then what concerns several columns. */
final class TableCode {

    private static final String WORD = "[A-Za-z0-9_]+";

    private final ColumnCode columns;
    private final ConstraintCode constraints;
    private final IndexCode indexes;

    TableCode(ColumnCode columns, ConstraintCode constraints, IndexCode indexes) {
        this.columns = columns;
        this.constraints = constraints;
        this.indexes = indexes;
    }

    Call created(Table table, boolean ifNotExists) {
        List<Statement> body = new ArrayList<>();
        List<Constraint> rest = new ArrayList<>(table.constraints());
        for (Column column : table.columns()) {
            body.add(new Statement(
                    columns.added("t", column, Optional.empty(), inline(column.name(), table.name(), rest))));
        }
        rest.forEach(constraint -> body.add(said(constraints.of(constraint, table.name()))));
        table.indexes()
                .forEach(index -> body.add(said(indexes.plainColumns(index, table.name())
                        .map(plain -> Call.naming("index", plain))
                        .orElseGet(() -> Call.of(
                                "index", Code.described("i", "IndexSpec", indexes.words(index, table.name())))))));
        table.comment().ifPresent(text -> body.add(said(Call.of("comment", Code.words(text)))));
        if (!table.options().isEmpty()) {
            Map<String, Change<String>> options = new TreeMap<>();
            table.options().forEach((name, value) -> options.put(name, new Change.Set<>(value)));
            body.add(said(options(options)));
        }
        if (ifNotExists) {
            body.add(said(Call.of("ifNotExists")));
        }
        return Call.of(
                "createTable",
                Code.words(table.name().toString()),
                new Lambda("t", "TableSpec", table.name().name(), body, true));
    }

    private static Statement said(Call call) {
        return new Statement(Chain.of("t", call));
    }

    /** Takes keys of one column out of the list, one of each kind, where they can be said beside it. */
    private InlineKeys inline(String column, TableName table, List<Constraint> rest) {
        Map<Constraint.Kind, Constraint> taken = new TreeMap<>();
        rest.stream()
                .filter(constraint -> constraint.columns().equals(List.of(column)))
                .filter(constraint -> constraints.isInline(constraint, table))
                .forEach(constraint -> taken.putIfAbsent(constraint.kind(), constraint));
        rest.removeAll(taken.values());
        return constraints.inlined(taken.values(), table);
    }

    static Call options(Map<String, Change<String>> changes) {
        List<Call> words = new ArrayList<>();
        changes.forEach((name, change) -> words.add(
                change instanceof Change.Set<String> set
                        ? option(name, set.value())
                        : Call.of("reset", Code.words(name))));
        return Call.of("options", Code.described("o", "TableOptionsSpec", words));
    }

    private static Call option(String name, String value) {
        boolean hasWord = List.of("engine", SetTableOptions.CHARSET, SetTableOptions.COLLATION)
                        .contains(name)
                && value.matches(WORD);
        return hasWord ? Call.of(name, Code.words(value)) : Call.of("option", Code.words(name), literal(value));
    }

    /** A number or a truth value as one, where that is recorded as the same text. */
    private static Code literal(String value) {
        return value.equals("true") || value.equals("false") || value.matches("0|[1-9][0-9]{0,8}")
                ? new Code.Plain(value)
                : Code.words(value);
    }
}
