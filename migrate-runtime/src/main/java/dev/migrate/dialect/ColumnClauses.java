package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows {@code ALTER COLUMN c} for each part of a column that changes, as the standard has it: what goes first, so
 * that nothing new meets what it cannot stand beside.
 */
public class ColumnClauses {

    /** How columns stand in SQL. */
    protected final AnsiDefinitions sql;

    /**
     * The clauses of a database.
     *
     * @param sql how columns stand in its SQL
     */
    public ColumnClauses(AnsiDefinitions sql) {
        this.sql = requireNonNull(sql, "sql");
    }

    /**
     * The clauses of one change.
     *
     * @param op the change
     * @param was the column as it is
     * @return what follows {@code ALTER COLUMN c}, one for each part, in order
     */
    public final List<String> of(AlterColumn op, Column was) {
        Column is = op.changed(was);
        String place = place(op);
        List<String> clauses = new ArrayList<>();
        op.position().ifPresent(position -> {
            throw movedColumn(place, position);
        });
        if (op.generated() instanceof Change.Drop) {
            clauses.add(dropExpression(place, was));
        }
        if (op.identity() instanceof Change.Drop) {
            clauses.addAll(dropIdentity());
        }
        Optional<String> using = using(op, was, is);
        boolean newDefault = !(op.defaultValue() instanceof Change.Keep)
                || using.isPresent()
                || (op.type().isPresent() && keepsTypeInDefault(was.type()));
        boolean hadDefault = was.defaultValue().isPresent();
        boolean newType = op.type().isPresent()
                || !was.collation().equals(is.collation())
                || is.charset().isPresent();
        if (newType) {
            if (newDefault && hadDefault) { // the old one may not be a value of the new type
                clauses.add("DROP DEFAULT");
            }
            clauses.add("SET DATA TYPE " + type(place, was, is)
                    + using.map(expression -> " USING " + expression).orElse(""));
        }
        op.nullable().ifPresent(nullable -> clauses.add(nullable ? "DROP NOT NULL" : "SET NOT NULL"));
        if (newDefault && is.defaultValue().isPresent()) {
            clauses.add("SET DEFAULT " + sql.defaultValue(is.defaultValue().get(), is.type()));
        } else if (newDefault && hadDefault && !newType) {
            clauses.add("DROP DEFAULT");
        }
        if (op.generated() instanceof Change.Set<Generated> set) {
            clauses.add(generated(place, was, is, set.value()));
        }
        if (op.identity() instanceof Change.Set<Identity> set) {
            clauses.add(identity(was, is, set.value()));
        }
        if (!(op.onUpdate() instanceof Change.Keep) || !is.onUpdate().equals(was.onUpdate())) {
            clauses.add(onUpdate(place, is.onUpdate()));
        }
        op.invisible().ifPresent(invisible -> clauses.add(invisible(place, invisible)));
        return clauses;
    }

    private static String place(AlterColumn op) {
        return "column " + op.table() + "." + op.column();
    }

    /**
     * The statements that follow the change: numbers go on after those that are there.
     *
     * @param op the change
     * @param was the column as it is
     * @return mostly none
     */
    public List<String> after(AlterColumn op, Column was) {
        return List.of();
    }

    /**
     * How present values become values of the new type.
     *
     * @param op the change
     * @param was the column as it is
     * @param is the column as it should be
     * @return an expression; empty where the database knows by itself
     */
    protected Optional<String> using(AlterColumn op, Column was, Column is) {
        return op.using();
    }

    /**
     * Whether the default of a column goes on being a value of its old type, converted, when it gets another.
     *
     * @param type the old type
     * @return true, when the default has to be said anew
     */
    protected boolean keepsTypeInDefault(ColumnType type) {
        return false;
    }

    /**
     * What follows {@code SET DATA TYPE}.
     *
     * @param place the column, for a message
     * @param was the column as it is
     * @param is the column as it should be
     * @return its type
     */
    protected String type(String place, Column was, Column is) {
        is.charset().ifPresent(charset -> {
            throw sql.unsupported("character sets of single columns", place + " is to have " + charset);
        });
        is.collation()
                .filter(collation -> !was.collation().equals(is.collation()))
                .ifPresent(collation -> {
                    throw sql.unsupported("collations of single columns", place + " is to have " + collation);
                });
        return sql.type(is.type());
    }

    /**
     * What makes a column one like others that was computed.
     *
     * @param place the column, for a message
     * @param was the column as it is
     * @return the clause
     */
    protected String dropExpression(String place, Column was) {
        return "DROP EXPRESSION";
    }

    /**
     * What ends the numbering of a column.
     *
     * @return the clauses
     */
    protected List<String> dropIdentity() {
        return List.of("DROP IDENTITY");
    }

    /**
     * What computes a column from now on.
     *
     * @param place the column, for a message
     * @param was the column as it is
     * @param is the column as it should be
     * @param generated the expression
     * @return the clause
     */
    protected String generated(String place, Column was, Column is, Generated generated) {
        throw sql.unsupported("way to compute a column that is there", place + " is to be (" + generated.sql() + ")");
    }

    /**
     * What numbers a column from now on.
     *
     * @param was the column as it is
     * @param is the column as it should be
     * @param identity who numbers it
     * @return the clause
     */
    protected String identity(Column was, Column is, Identity identity) {
        String who = identity == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
        boolean byItself = was.identity().isPresent()
                && was.numbering().flatMap(Numbering::sequence).isEmpty();
        return byItself
                ? "SET GENERATED " + who
                : "ADD GENERATED " + who + " AS IDENTITY"
                        + is.numbering()
                                .map(numbers -> " (" + AnsiDefinitions.numbers(numbers) + ")")
                                .orElse("");
    }

    /**
     * What an update sets a column to.
     *
     * @param place the column, for a message
     * @param expression the expression; empty for nothing
     * @return the clause
     */
    protected String onUpdate(String place, Optional<String> expression) {
        throw sql.unsupported(
                "columns that follow an update",
                place + " is to have "
                        + expression.map(text -> "ON UPDATE " + text).orElse("no ON UPDATE"));
    }

    /**
     * Whether {@code SELECT *} leaves a column out.
     *
     * @param place the column, for a message
     * @param invisible whether it does
     * @return the clause
     */
    protected String invisible(String place, boolean invisible) {
        throw sql.unsupported("invisible columns", place + " is to be " + (invisible ? "one" : "visible"));
    }

    private RuntimeException movedColumn(String place, ColumnPosition position) {
        return sql.unsupported("way to move a column", place + " is to stand " + position);
    }
}
