package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The name of a table, with its schema where one was said. Without one it is the connection's default schema.
 *
 * @param schema the schema; on MySQL and MariaDB the database
 * @param name the table's own name, not quoted
 */
public record TableName(Optional<String> schema, String name) implements Comparable<TableName> {

    private static final Comparator<TableName> ORDER =
            Comparator.comparing((TableName table) -> table.schema.orElse("")).thenComparing(TableName::name);

    public TableName {
        requireNonNull(schema, "schema");
        requireNonNull(name, "name");
        if (name.isEmpty() || schema.filter(String::isEmpty).isPresent()) {
            throw malformed(schema.map(s -> s + ".").orElse("") + name);
        }
    }

    /**
     * Reads a name as a person writes it: {@code users}, {@code billing.invoices}, {@code "odd.name"},
     * {@code billing."odd.name"}. Inside double quotes, a double quote is written twice.
     *
     * @param text the written name
     * @return the name, without quotes
     */
    public static TableName parse(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        do {
            int end = partEnd(text, at);
            String part = text.substring(at, end);
            parts.add(
                    part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part);
            at = end + 1;
        } while (at <= text.length());
        if (parts.size() > 2) {
            throw malformed(text);
        }
        return parts.size() == 1
                ? new TableName(Optional.empty(), parts.get(0))
                : new TableName(Optional.of(parts.get(0)), parts.get(1));
    }

    /** The end of the part that starts at {@code from}: the next dot outside of quotes, or the end of the text. */
    private static int partEnd(String text, int from) {
        if (!text.startsWith("\"", from)) {
            int dot = text.indexOf('.', from);
            return dot < 0 ? text.length() : dot;
        }
        int at = from + 1;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw malformed(text);
            }
            if (!text.startsWith("\"\"", quote)) {
                if (quote + 1 < text.length() && text.charAt(quote + 1) != '.') {
                    throw malformed(text);
                }
                return quote + 1;
            }
            at = quote + 2;
        }
    }

    private static MigrateException malformed(String text) {
        return new MigrateException(Problem.of(
                        ProblemCode.BAD_OPERATION,
                        "\"" + text + "\" is not a table name: write name, schema.name, or \"na.me\" in double quotes")
                .next("correct the name in the migration"));
    }

    /**
     * Another table of the same schema.
     *
     * @param other its own name
     * @return that name with this schema
     */
    public TableName sibling(String other) {
        return new TableName(schema, other);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /**
     * The name as {@link #parse} reads it.
     *
     * @return the name, in double quotes where it needs them
     */
    @Override
    public String toString() {
        return schema.map(s -> written(s) + ".").orElse("") + written(name);
    }

    private static String written(String part) {
        return part.indexOf('.') < 0 && part.indexOf('"') < 0 ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
