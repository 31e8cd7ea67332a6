package dev.migrate.dialect.mysql;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MariaDB's checks that stand in the definition of a column. They have its name, follow it, and go with every
 * {@code MODIFY} that does not repeat them. A check of the table may have a column's name as well, so that a table's options
 * tell which is which.
 */
final class OwnChecks {

    private static final String OPTION = "check of column ";
    private static final Pattern JSON = Pattern.compile("json_valid\\(`((?:[^`]|``)+)`\\)");

    private OwnChecks() {}

    /** The column that a check makes JSON of; empty when it checks something else. */
    static Optional<String> columnOfJson(String condition) {
        Matcher json = JSON.matcher(condition);
        return json.matches() ? Optional.of(json.group(1).replace("``", "`")) : Optional.empty();
    }

    /**
     * Such checks by their columns. After a rename the server goes on with the old name, which another column may have by
     * now: what a check is about tells whose it is.
     *
     * @param columns the columns of their table
     */
    static List<CheckConstraint> named(List<CheckConstraint> reported, List<String> columns) {
        Map<CheckConstraint, Set<String>> about = new LinkedHashMap<>();
        reported.forEach(check -> about.put(check, ColumnsInSql.of(check.condition(), columns)));
        Set<String> taken = new HashSet<>();
        about.forEach((check, named) -> {
            if (named.contains(check.name())) {
                taken.add(check.name());
            }
        });
        return about.entrySet().stream()
                .map(each -> each.getValue().contains(each.getKey().name())
                                || each.getValue().size() != 1
                                || !taken.addAll(each.getValue())
                        ? each.getKey()
                        : each.getKey().withName(each.getValue().iterator().next()))
                .toList();
    }

    /** The option of a table that has such a check. */
    static String option(String column) {
        return OPTION + column;
    }

    /** The check that a column is defined with. */
    static Optional<CheckConstraint> of(Table table, String column) {
        return table.checks().stream()
                .filter(check -> check.name().equals(column) && table.options().containsKey(option(column)))
                .findFirst();
    }

    /** The constraints that stand beside the columns. */
    static List<Constraint> others(Table table) {
        return table.constraints().stream()
                .filter(constraint -> !(constraint instanceof CheckConstraint check
                        && of(table, check.name()).equals(Optional.of(check))))
                .toList();
    }

    /** What a person would state. */
    static Map<String, String> withoutThem(Map<String, String> options) {
        Map<String, String> stated = new TreeMap<>(options);
        stated.keySet().removeIf(name -> name.startsWith(OPTION));
        return stated;
    }

    /** A table whose column was renamed: its check goes by the new name. */
    static Table renamed(Table table, String from, String to) {
        Optional<CheckConstraint> check = of(table, from);
        if (check.isEmpty()) {
            return table;
        }
        Map<String, String> options = new TreeMap<>(table.options());
        options.remove(option(from));
        options.put(option(to), "true");
        return table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.equals(check.get()) ? constraint.withName(to) : constraint)
                        .toList())
                .withOptions(options);
    }

    /** A table without the options of checks that it has no more. */
    static Table tidied(Table table) {
        Map<String, String> options = new TreeMap<>(table.options());
        options.keySet()
                .removeIf(name -> name.startsWith(OPTION)
                        && of(table, name.substring(OPTION.length())).isEmpty());
        return table.withOptions(options);
    }
}
