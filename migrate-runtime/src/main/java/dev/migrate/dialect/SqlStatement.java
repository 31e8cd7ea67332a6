package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.script.SqlQuestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement as it goes to the server.
 *
 * @param sql the text, without a semicolon at its end
 * @param arguments values for its question marks, as the driver takes them; empty when it is sent unprepared
 * @param kind what it does to a transaction
 */
public record SqlStatement(String sql, List<@Nullable Object> arguments, Kind kind) {

    /** What a statement does to a transaction. */
    public enum Kind {
        /** Changes rows: belongs to a transaction. */
        DATA,
        /** Changes definitions: commits by itself where the database says so. */
        DDL,
        /** Cannot run inside a transaction. */
        OUTSIDE,
        /** Written by a person: nobody looked inside. */
        RAW
    }

    public SqlStatement {
        requireNonNull(sql, "sql");
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        requireNonNull(kind, "kind");
    }

    /**
     * The statement with its values written into it, for where nothing can be bound.
     *
     * @param dialect the database it is for
     * @return a statement without arguments that does the same
     */
    public SqlStatement withLiterals(Dialect dialect) {
        if (arguments.isEmpty()) {
            return this;
        }
        List<String> literals = arguments.stream().map(dialect::literal).toList();
        return new SqlStatement(SqlQuestions.filled(sql, dialect.scriptSyntax(), literals), List.of(), kind);
    }

    /**
     * A statement that changes definitions.
     *
     * @param sql the text
     * @return the statement
     */
    public static SqlStatement ddl(String sql) {
        return new SqlStatement(sql, List.of(), Kind.DDL);
    }
}
