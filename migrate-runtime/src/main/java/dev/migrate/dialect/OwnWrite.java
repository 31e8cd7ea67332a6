package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One write to migrate's own tables as it stands in a script, all values written into it.
 *
 * @param head what comes first: of an insert all before {@code VALUES}, else the whole statement, which ends in its
 *     condition
 * @param values what an insert writes; empty for an update or a delete
 */
public record OwnWrite(String head, Optional<String> values) {

    private static final String VALUES = " VALUES (";

    public OwnWrite {
        requireNonNull(head, "head");
        requireNonNull(values, "values");
    }

    /**
     * A write as a statement says it.
     *
     * @param sql an {@code INSERT … VALUES (…)}, or an update or delete that ends in its {@code WHERE}
     * @return the write
     */
    public static OwnWrite of(String sql) {
        int at = sql.indexOf(VALUES);
        return sql.startsWith("INSERT ") && at > 0
                ? new OwnWrite(
                        sql.substring(0, at), Optional.of(sql.substring(at + VALUES.length(), sql.lastIndexOf(')'))))
                : new OwnWrite(sql, Optional.empty());
    }

    /**
     * The statement.
     *
     * @return SQL without a semicolon
     */
    public String sql() {
        return values.map(all -> head + VALUES + all + ")").orElse(head);
    }

    /**
     * The statement that does nothing unless something is true.
     *
     * @param condition what has to be true
     * @return SQL without a semicolon
     */
    public String onlyIf(String condition) {
        return values.map(all -> head + " SELECT " + all + " FROM DUAL WHERE " + condition)
                .orElseGet(() -> head + " AND " + condition);
    }
}
