package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns, constraints, indexes and values as they stand in SQL, as the standard has them. A dialect overrides what its
 * database does differently, and nothing else.
 */
public abstract class AnsiDefinitions {

    /** How the name of a check ends that makes an enumeration of a column of text. Readers know it by that. */
    public static final String ENUM_CHECK = "_enum";

    private static final String ELSEWHERE =
            "keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)";

    private final Dialect dialect;
    private final AnsiTypes types;

    /**
     * The definitions of a dialect.
     *
     * @param dialect the dialect this belongs to: names, and what to call the database in a message
     * @param types how types are spelled
     */
    protected AnsiDefinitions(Dialect dialect, AnsiTypes types) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.types = requireNonNull(types, "types");
    }

    /**
     * A column as it stands in {@code CREATE TABLE} and after {@code ADD COLUMN}.
     *
     * @param column the column
     * @return its name, its type and what else is said about it, without its comment
     */
    public String definition(Column column) {
        refuseCharset(column);
        column.collation().ifPresent(collation -> {
            throw unsupported("a collation for each column", "column " + column.name() + " has " + collation);
        });
        column.onUpdate().ifPresent(expression -> {
            throw unsupported(
                    "columns that follow an update", "column " + column.name() + " has ON UPDATE " + expression);
        });
        if (column.invisible()) {
            throw unsupported("invisible columns", "column " + column.name() + " is one");
        }
        return name(column.name()) + " " + type(column.type()) + filling(column)
                + (column.nullable() ? "" : " NOT NULL");
    }

    /**
     * Refuses a column with a character set of its own: but for MySQL and MariaDB there are none.
     *
     * @param column the column
     */
    protected final void refuseCharset(Column column) {
        column.charset().ifPresent(charset -> {
            throw unsupported("character sets of single columns", "column " + column.name() + " has " + charset);
        });
    }

    /**
     * Where a column's values come from when a row names none.
     *
     * @param column the column
     * @return its default, its expression or its numbering, after a space; empty when it has none
     */
    public final String filling(Column column) {
        return column.generated()
                .map(generated -> " " + generated(column.name(), generated))
                .or(() -> column.identity().map(identity -> " " + identity(column.name(), identity) + numbers(column)))
                .or(() -> column.defaultValue().map(value -> " DEFAULT " + defaultValue(value, column.type())))
                .orElse("");
    }

    /**
     * How a column is computed.
     *
     * @param column the column's name, for a message
     * @param generated the expression
     * @return the clause
     */
    protected String generated(String column, Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.sql() + ")" + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    /**
     * How a column is numbered.
     *
     * @param column the column's name, for a message
     * @param identity who numbers it
     * @return the clause
     */
    protected String identity(String column, Identity identity) {
        return "GENERATED " + (identity == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
    }

    private String numbers(Column column) {
        return column.numbering()
                .map(numbering -> " " + numbering(column.name(), numbering))
                .orElse("");
    }

    /**
     * Which numbers a column gets.
     *
     * @param column the column's name, for a message
     * @param numbering the numbers
     * @return the clause
     */
    protected String numbering(String column, Numbering numbering) {
        if (numbering.sequence().isPresent()) {
            throw unsupported(
                    "columns that are numbered by a sequence of their own",
                    "column " + column + " is by " + numbering.sequence().get());
        }
        return "(" + numbers(numbering) + ")";
    }

    /**
     * Which numbers a sequence or a column gets.
     *
     * @param numbering the numbers
     * @return the words that say it; empty for 1, 2, 3 and so on
     */
    public static String numbers(Numbering numbering) {
        List<String> words = new ArrayList<>();
        if (numbering.start()
                != Sequence.firstNumber(numbering.increment(), numbering.minimum(), numbering.maximum())) {
            words.add("START WITH " + numbering.start());
        }
        if (numbering.increment() != 1) {
            words.add("INCREMENT BY " + numbering.increment());
        }
        numbering.minimum().ifPresent(number -> words.add("MINVALUE " + number));
        numbering.maximum().ifPresent(number -> words.add("MAXVALUE " + number));
        numbering.cache().ifPresent(number -> words.add("CACHE " + number));
        if (numbering.cycle()) {
            words.add("CYCLE");
        }
        return String.join(" ", words);
    }

    /**
     * A default as it stands after {@code DEFAULT}.
     *
     * @param value the default
     * @param type the column's type
     * @return the literal or expression
     */
    public String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Text text) {
            return literal(text.value());
        }
        if (value instanceof DefaultValue.Numeric number) {
            return number.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return bool.value() ? "TRUE" : "FALSE";
        }
        return value instanceof DefaultValue.Now ? now(type) : ((DefaultValue.Expression) value).sql();
    }

    /**
     * The present moment as a value of a type.
     *
     * @param type the column's type
     * @return the expression
     */
    protected String now(ColumnType type) {
        if (type instanceof ColumnType.Timestamp timestamp) {
            return "LOCALTIMESTAMP(" + timestamp.precision() + ")";
        }
        if (type instanceof ColumnType.TimestampTz timestamp) {
            return "CURRENT_TIMESTAMP(" + timestamp.precision() + ")";
        }
        if (type instanceof ColumnType.Time time) {
            return "LOCALTIME(" + time.precision() + ")";
        }
        return type instanceof ColumnType.Date ? "CURRENT_DATE" : "CURRENT_TIMESTAMP";
    }

    /**
     * A constraint as it stands in {@code CREATE TABLE} and after {@code ADD}.
     *
     * @param table the table it belongs to
     * @param constraint the constraint
     * @return its name and what it says
     */
    public String definition(TableName table, Constraint constraint) {
        return named(constraint) + new ConstraintSql(this, table).of(constraint);
    }

    /**
     * The name of a constraint, as it stands before the constraint.
     *
     * @param constraint the constraint
     * @return the clause, with a space at its end
     */
    protected String named(Constraint constraint) {
        return "CONSTRAINT " + name(constraint.name()) + " ";
    }

    /**
     * Whether this database knows a word about constraints. What it does not know is refused.
     *
     * @param word the word
     * @param constraint the constraint of which it is said
     * @return false; a dialect tells what its database has
     */
    protected boolean knows(ConstraintWord word, Constraint constraint) {
        return false;
    }

    /**
     * The check that makes an enumeration of a column of text, on a database without a type for that.
     *
     * @param table the column's table
     * @param column the column
     * @return the check; empty where the column is no enumeration
     */
    public final Optional<CheckConstraint> enumCheck(TableName table, Column column) {
        return column.type() instanceof ColumnType.EnumOf words
                ? Optional.of(new CheckConstraint(
                        enumCheckName(table, column.name()),
                        words.values().stream()
                                .map(this::literal)
                                .collect(Collectors.joining(", ", name(column.name()) + " IN (", ")"))))
                : Optional.empty();
    }

    /**
     * The name of such a check.
     *
     * @param table the column's table
     * @param column the column's name
     * @return a name that ends in {@link #ENUM_CHECK}, and fits
     */
    public final String enumCheckName(TableName table, String column) {
        return dialect.identifierLimit().before(ENUM_CHECK).fit(NamingConvention.check(table, column)) + ENUM_CHECK;
    }

    /**
     * The table to which a foreign key refers. Without a schema the table beside it is meant, wherever the session looks
     * first.
     *
     * @param table the key's table
     * @param key the key
     * @return the table's name in SQL, and its columns where they are said
     */
    protected String references(TableName table, ForeignKey key) {
        TableName references = key.references().schema().isPresent()
                ? key.references()
                : table.sibling(key.references().name());
        return name(references) + " " + names(key.referencedColumns());
    }

    /**
     * What an index is sorted by, what else it keeps, and which rows it holds.
     *
     * @param table the table
     * @param index the index
     * @return what follows the table's name: the method where one is said, its terms in parentheses, and what comes
     *     after them
     */
    public final String indexTerms(TableName table, Index index) {
        String described = index.name() + " on " + table;
        return index.method().map(method -> indexMethod(described, method)).orElse("")
                + index.parts().stream()
                        .map(part -> indexPart(described, part))
                        .collect(Collectors.joining(", ", "(", ")"))
                + (index.include().isEmpty() ? "" : indexInclude(described, index.include()))
                + (index.nullsNotDistinct() ? indexNullsNotDistinct(described) : "")
                + (index.storage().isEmpty() ? "" : indexStorage(described, index.storage()))
                + index.where()
                        .map(condition -> " WHERE " + indexCondition(described, condition))
                        .orElse("")
                + (index.invisible() ? invisibleIndex(described) : "");
    }

    /**
     * A term of an index.
     *
     * @param index the index and its table, for a message
     * @param part the term
     * @return the column or expression, and what is said about it
     */
    final String indexPart(String index, Index.Part part) {
        String term = part.expression() ? indexExpression(index, part.term()) : name(part.term());
        String prefix = part.prefix().isPresent()
                ? indexPrefix(index, part.term(), part.prefix().getAsInt())
                : "";
        return term
                + prefix
                + part.qualifier().map(text -> indexQualifier(index, text)).orElse("")
                + (part.descending() ? " DESC" : "")
                + part.nulls().map(place -> indexNulls(index, place)).orElse("");
    }

    /**
     * A collation or operator class of an index's term.
     *
     * @param index the index and its table, for a message
     * @param qualifier as this database writes it
     * @return what follows the term, with a space at its beginning
     */
    protected String indexQualifier(String index, String qualifier) {
        throw unsupported("collations and operator classes in indexes", "index " + index + " has " + qualifier);
    }

    /**
     * Where an index has rows without a value.
     *
     * @param index the index and its table, for a message
     * @param place before or after all others
     * @return what follows the order, with a space at its beginning
     */
    protected String indexNulls(String index, Index.Nulls place) {
        throw unsupported("indexes that say where nulls are", "index " + index + " has NULLS " + place);
    }

    /**
     * How an index is built.
     *
     * @param index the index and its table, for a message
     * @param method the method, in lower case
     * @return what precedes the terms, with a space at its end
     */
    protected String indexMethod(String index, String method) {
        throw unsupported("indexes of that method", "index " + index + " is to be built as " + method);
    }

    /**
     * What an index keeps besides.
     *
     * @param index the index and its table, for a message
     * @param columns the columns, at least one
     * @return what follows the terms, with a space at its beginning
     */
    protected String indexInclude(String index, List<String> columns) {
        throw unsupported(
                "indexes that keep columns besides", "index " + index + " keeps " + String.join(", ", columns));
    }

    /**
     * A unique index that takes two rows without a value for the same.
     *
     * @param index the index and its table, for a message
     * @return what follows the terms, with a space at its beginning
     */
    protected String indexNullsNotDistinct(String index) {
        throw unsupported("indexes for which nulls are equal", "index " + index + " is one");
    }

    /**
     * How an index is kept.
     *
     * @param index the index and its table, for a message
     * @param parameters at least one, by name
     * @return what follows the terms, with a space at its beginning
     */
    protected String indexStorage(String index, Map<String, String> parameters) {
        throw unsupported("storage parameters of indexes", "index " + index + " has " + parameters);
    }

    /**
     * An index that the optimizer leaves aside.
     *
     * @param index the index and its table, for a message
     * @return what stands at the end, with a space at its beginning
     */
    protected String invisibleIndex(String index) {
        throw unsupported("invisible indexes", "index " + index + " is one");
    }

    /**
     * An expression as a term of an index.
     *
     * @param index the index and its table, for a message
     * @param expression the expression
     * @return the expression as it stands in the index
     */
    protected String indexExpression(String index, String expression) {
        throw unsupported("indexes of expressions", "index " + index + " is on (" + expression + ")");
    }

    /**
     * The length of the beginning of a column that is indexed.
     *
     * @param index the index and its table, for a message
     * @param column the column
     * @param length how much of it is indexed
     * @return what follows the column's name
     */
    protected String indexPrefix(String index, String column, int length) {
        throw unsupported(
                "indexes of a column's beginning",
                "index " + index + " is on the first " + length + " characters of " + column);
    }

    /**
     * Which rows an index holds.
     *
     * @param index the index and its table, for a message
     * @param condition the condition
     * @return what follows {@code WHERE}
     */
    protected String indexCondition(String index, String condition) {
        throw unsupported("indexes of some rows only", "index " + index + " has the condition " + condition);
    }

    /**
     * A table's name in SQL.
     *
     * @param table the table
     * @return the name, quoted where it must be
     */
    public final String name(TableName table) {
        return dialect.sqlName(table);
    }

    /**
     * A name in SQL.
     *
     * @param identifier a column, index or constraint
     * @return the name, quoted where it must be
     */
    public final String name(String identifier) {
        return dialect.sqlName(identifier);
    }

    /**
     * Names in SQL.
     *
     * @param columns columns, in order
     * @return the names in parentheses
     */
    public final String names(List<String> columns) {
        return columns.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * A type in SQL.
     *
     * @param type the type
     * @return as this database spells it
     */
    public final String type(ColumnType type) {
        return type instanceof ColumnType.Named named ? namedType(named) : type.accept(types);
    }

    /**
     * A type that has a name of its own.
     *
     * @param type the type
     * @return its name in SQL
     */
    protected String namedType(ColumnType.Named type) {
        throw unsupported(
                "types with a name of their own",
                "a column has the type " + type.name(),
                "give the column its words: c.enumOf(…)");
    }

    /**
     * Text in SQL.
     *
     * @param text any text
     * @return the literal that means it
     */
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * What this database cannot do.
     *
     * @param feature what it does not have, in the plural
     * @param use where it was asked for
     * @return the exception to throw
     */
    public final MigrateException unsupported(String feature, String use) {
        return unsupported(dialect, feature, use);
    }

    /**
     * What this database cannot do, where something else does the same.
     *
     * @param feature what it does not have, in the plural
     * @param use where it was asked for
     * @param instead what to do instead
     * @return the exception to throw
     */
    public final MigrateException unsupported(String feature, String use, String instead) {
        return new MigrateException(
                Problem.of(ProblemCode.UNSUPPORTED, dialect.describe() + " has no " + feature + ", but " + use)
                        .next(instead + "; or " + ELSEWHERE));
    }

    /**
     * What a database cannot do.
     *
     * @param dialect the database
     * @param feature what it does not have, in the plural
     * @param use where it was asked for
     * @return the exception to throw
     */
    public static MigrateException unsupported(Dialect dialect, String feature, String use) {
        return new MigrateException(
                Problem.of(ProblemCode.UNSUPPORTED, dialect.describe() + " has no " + feature + ", but " + use)
                        .next("leave it out, or " + ELSEWHERE));
    }
}
