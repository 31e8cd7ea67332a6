package dev.migrate.dialect.h2;

import dev.migrate.dialect.ColumnClauses;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Numbering;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How H2 changes a column. */
final class H2ColumnClauses extends ColumnClauses {

    H2ColumnClauses(H2Definitions sql) {
        super(sql);
    }

    /** Text is the JSON that is written in it: H2 by itself would make a JSON string of it. */
    @Override
    protected Optional<String> using(AlterColumn op, Column was, Column is) {
        boolean parsed = op.type().isPresent()
                && op.using().isEmpty()
                && was.generated().isEmpty()
                && isText(was.type())
                && is.type() instanceof ColumnType.Json;
        return parsed ? Optional.of(sql.name(op.column()) + " FORMAT JSON") : super.using(op, was, is);
    }

    private static boolean isText(ColumnType type) {
        return type instanceof ColumnType.VarChar || type instanceof ColumnType.Char || type instanceof ColumnType.Text;
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
     * A new identity begins at 1, whatever numbers are there; one of a column with a new type still ends where the old type
     * did.
     */
    @Override
    public List<String> after(AlterColumn op, Column was) {
        String column = "ALTER TABLE " + sql.name(op.table()) + " ALTER COLUMN " + sql.name(op.column()) + " ";
        if (was.identity().isPresent()) {
            return op.type().isPresent() && !(op.identity() instanceof Change.Drop)
                    ? usualLimits(was).map(column::concat).toList()
                    : List.of();
        }
        return op.identity() instanceof Change.Set
                ? List.of(column + "RESTART WITH (SELECT GREATEST(COALESCE(MAX(" + sql.name(op.column())
                        + "), 0), 0) + 1 FROM " + sql.name(op.table()) + ")")
                : List.of();
    }

    private static Stream<String> usualLimits(Column was) {
        Numbering numbers = was.numbering().orElse(Numbering.PLAIN);
        return Stream.of(
                        numbers.maximum().isEmpty() ? "SET NO MAXVALUE" : "",
                        numbers.minimum().isEmpty() ? "SET NO MINVALUE" : "")
                .filter(clause -> !clause.isEmpty());
    }
}
