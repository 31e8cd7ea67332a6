package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NormalForm;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the conditions and expressions of a model that was not tried in the words of the database that it is held against.
 * Servers write functions, operators and literals otherwise than people do, and only a trial tells how; but they keep the
 * columns and the values that an expression names, and mostly how it compares them: one that names the same is taken for the
 * same.
 */
public final class ReportedWords {

    private static final Pattern LITERAL = Pattern.compile(
            "(?<string>(?:\\b[bBnN])?'(?:[^'\\\\]|''|\\\\.)*+')|`[^`]*+`|\"[^\"]*+\""
                    + "|\\b(?<truth>true|false)\\b|[\\p{L}_$][\\p{L}\\p{N}_$]*+"
                    + "|(?<number>(?:(?<=(?:^|[(,=<>]|\\b(?:between|and|or|then|else|when)) {0,2})-)?\\d+(?:\\.\\d+)?)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private final Dialect dialect;
    private final ComparableChecks checks;
    private final Map<TableName, Table> actual = new TreeMap<>();

    /**
     * For one database.
     *
     * @param dialect the database
     * @param actual what the database reports
     */
    public ReportedWords(Dialect dialect, SchemaModel actual) {
        this.dialect = dialect;
        this.checks = new ComparableChecks(dialect);
        NormalForm form = dialect.normalForm();
        actual.tables().forEach(table -> this.actual.put(form.name(table.name()), table));
    }

    /**
     * A model in those words.
     *
     * @param untried what was never tried
     * @return the same, with what the database reports for what says the same
     */
    public SchemaModel of(SchemaModel untried) {
        return untried.changeAll(
                table -> find(table.name()).map(there -> said(table, there)).orElse(table));
    }

    private Optional<Table> find(TableName name) {
        return Optional.ofNullable(actual.get(dialect.normalForm().name(name)));
    }

    private Table said(Table table, Table there) {
        Table said = table;
        for (Column column : table.columns()) {
            Optional<Column> twin = there.columns().stream()
                    .filter(each -> name(each.name()).equals(name(column.name())))
                    .findFirst();
            if (twin.isPresent()) {
                said = said.withColumn(column.name(), each -> said(each, twin.get(), table));
            }
        }
        return said.withConstraints(table.constraints().stream()
                        .map(constraint -> said(constraint, table, there))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> said(index, table, there))
                        .toList());
    }

    private String name(String name) {
        return dialect.normalForm().name(name);
    }

    private Column said(Column column, Column twin, Table table) {
        Column said = column;
        if (column.generated().isPresent()
                && twin.generated().isPresent()
                && areAlike(
                        column.generated().get().sql(), twin.generated().get().sql(), table)) {
            said = said.withGenerated(twin.generated());
        }
        boolean alike = column.defaultValue().isPresent()
                && twin.defaultValue().isPresent()
                && areAlike(column.defaultValue().get(), twin.defaultValue().get(), table);
        return alike ? said.withDefault(twin.defaultValue()) : said;
    }

    /** What is plainly a value on both sides can be compared as it is. */
    private boolean areAlike(DefaultValue wanted, DefaultValue present, Table table) {
        if (!(present instanceof DefaultValue.Expression reported)) {
            return false;
        }
        if (wanted instanceof DefaultValue.Bool truth) {
            return areAlike(String.valueOf(truth.value()), reported.sql(), table); // MariaDB says b'1'
        }
        return wanted instanceof DefaultValue.Expression said && areAlike(said.sql(), reported.sql(), table);
    }

    private Constraint said(Constraint constraint, Table table, Table there) {
        if (!(constraint instanceof CheckConstraint check)) {
            return constraint;
        }
        String canonical = checks.canonical(table, check);
        if (there.checks().stream()
                .anyMatch(each -> checks.canonical(there, each).equals(canonical))) {
            return check;
        }
        return there.checks().stream()
                .filter(each -> areAlike(check.condition(), each.condition(), table))
                .findFirst()
                .<Constraint>map(each -> check.withCondition(each.condition()))
                .orElse(check);
    }

    private Index said(Index index, Table table, Table there) {
        return there.indexes().stream()
                .filter(each -> each.parts().size() == index.parts().size() && areAlike(index, each, table))
                .findFirst()
                .map(each -> index.withParts(each.parts()))
                .orElse(index);
    }

    private boolean areAlike(Index one, Index other, Table table) {
        boolean expressions = false;
        for (int i = 0; i < one.parts().size(); i++) {
            Index.Part part = one.parts().get(i);
            Index.Part twin = other.parts().get(i);
            boolean alike = (part.expression() && twin.expression())
                    ? areAlike(part.term(), twin.term(), table)
                    : part.expression() == twin.expression()
                            && name(part.term()).equals(name(twin.term()));
            if (!alike || part.descending() != twin.descending()) {
                return false;
            }
            expressions |= part.expression();
        }
        return expressions;
    }

    private boolean areAlike(String one, String other, Table table) {
        return values(one).equals(values(other))
                && columns(one, table).equals(columns(other, table))
                && compareAlike(one, other, table);
    }

    /** As far as it is known how they do. */
    private boolean compareAlike(String one, String other, Table table) {
        Optional<List<String>> ones = comparisons(one, table);
        Optional<List<String>> others = comparisons(other, table);
        return ones.isEmpty() || others.isEmpty() || ones.equals(others);
    }

    private Optional<List<String>> comparisons(String sql, Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        return Comparisons.of(sql, word -> !ColumnsInSql.of(word, names).isEmpty());
    }

    private Set<String> columns(String sql, Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        Set<String> named = new TreeSet<>();
        ColumnsInSql.of(sql, names).forEach(column -> named.add(name(column)));
        return named;
    }

    private static Set<String> values(String sql) {
        Set<String> values = new TreeSet<>();
        Matcher literal = LITERAL.matcher(sql);
        while (literal.find()) {
            if (literal.group("string") != null) {
                String text = literal.group("string");
                values.add(value(text.substring(text.indexOf('\'') + 1, text.length() - 1)
                        .replace("''", "'")
                        .replace("\\", "")));
            } else if (literal.group("number") != null) {
                values.add(value(literal.group("number")));
            } else if (literal.group("truth") != null) {
                values.add(literal.group("truth").equalsIgnoreCase("true") ? "1" : "0");
            }
        }
        return values;
    }

    /** A number is the same in quotes and with zeros at its end. */
    private static String value(String text) {
        return NUMBER.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }
}
