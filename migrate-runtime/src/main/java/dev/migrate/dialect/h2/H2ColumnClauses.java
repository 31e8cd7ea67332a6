package dev.migrate.dialect.h2;

import dev.migrate.dialect.ColumnClauses;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Numbering;
import java.util.List;
import java.util.Optional;

/** How H2 changes a column. */
final class H2ColumnClauses extends ColumnClauses {

    H2ColumnClauses(H2Definitions sql) {
        super(sql);
    }

    /** By its whole definition. */
    @Override
    protected String generated(String place, Column was, Column is, Generated generated) {
        return sql.definition(is).substring(sql.name(is.name()).length() + 1);
    }

    @Override
    protected String identity(Column was, Column is, Identity identity) {
        return "SET GENERATED " + (identity == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT");
    }

    @Override
    protected String onUpdate(String place, Optional<String> expression) {
        return expression.map(text -> "SET ON UPDATE " + text).orElse("DROP ON UPDATE");
    }

    @Override
    protected String invisible(String place, boolean invisible) {
        return invisible ? "SET INVISIBLE" : "SET VISIBLE";
    }

    /**
     * A new identity begins at 1, whatever numbers are there. One whose column gets a wider type ends where it did before,
     * unless that is said.
     */
    @Override
    public List<String> after(AlterColumn op, Column was) {
        String altering = "ALTER TABLE " + sql.name(op.table()) + " ALTER COLUMN " + sql.name(op.column());
        if (op.type().isPresent()
                && op.identity() instanceof Change.Keep
                && was.identity().isPresent()
                && was.numbering().flatMap(Numbering::maximum).isEmpty()
                && op.changed(was).identity().isPresent()) {
            return List.of(altering + " SET NO MAXVALUE");
        }
        if (!(op.identity() instanceof Change.Set) || was.identity().isPresent()) {
            return List.of();
        }
        String table = sql.name(op.table());
        String column = sql.name(op.column());
        return List.of(altering + " RESTART WITH (SELECT GREATEST(COALESCE(MAX(" + column + "), 0), 0) + 1 FROM " + table + ")");
    }
}
