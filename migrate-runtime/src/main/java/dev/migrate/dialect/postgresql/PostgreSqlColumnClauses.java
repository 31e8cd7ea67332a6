package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ColumnClauses;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import java.util.List;
import java.util.Optional;

/** How PostgreSQL changes a column. */
final class PostgreSqlColumnClauses extends ColumnClauses {

    private final PostgreSqlDefinitions postgreSql;

    PostgreSqlColumnClauses(PostgreSqlDefinitions sql) {
        super(sql);
        postgreSql = sql;
    }

    @Override
    protected Optional<String> using(AlterColumn op, Column was, Column is) {
        return op.type().isEmpty() || op.using().isPresent() || was.generated().isPresent()
                ? op.using()
                : Conversion.of(sql.name(op.column()), was.type(), is.type(), sql.type(is.type()));
    }

    /** It would hold the type, which could not be dropped. */
    @Override
    protected boolean keepsTypeInDefault(ColumnType type) {
        return type instanceof ColumnType.Named;
    }

    /** A type without a collation takes its own, even where the column had another. */
    @Override
    protected String type(String place, Column was, Column is) {
        return super.type(place, is, is) + postgreSql.collate(is);
    }

    @Override
    protected String dropExpression(String place, Column was) {
        if (was.generated().filter(Generated::stored).isEmpty()) {
            throw sql.unsupported("values to keep of a column that is computed when read", place + " is one");
        }
        return super.dropExpression(place, was);
    }

    /** The second is for {@code serial}, where the numbers come from a default. */
    @Override
    protected List<String> dropIdentity() {
        return List.of("DROP IDENTITY IF EXISTS", "DROP DEFAULT");
    }

    @Override
    protected String generated(String place, Column was, Column is, Generated generated) {
        boolean same = was.generated()
                .filter(present -> present.stored() == generated.stored())
                .isPresent();
        if (!same || !postgreSql.changesExpressions()) {
            return super.generated(place, was, is, generated);
        }
        return "SET EXPRESSION AS (" + generated.sql() + ")";
    }

    /** The statements that precede the change: {@code serial} gives its sequence up before it becomes an identity. */
    List<String> before(AlterColumn op, Column was) {
        return op.identity() instanceof Change.Set
                ? new SerialColumn(postgreSql, op.table(), was).released()
                : List.of();
    }

    /**
     * A new identity begins at 1, whatever numbers are there; one that was {@code serial} goes on with its own. The
     * server gives an identity's sequence the column's new type, but not that of a {@code serial}.
     */
    @Override
    public List<String> after(AlterColumn op, Column was) {
        SerialColumn serial = new SerialColumn(postgreSql, op.table(), was);
        if (serial.isOne() && !(op.identity() instanceof Change.Keep)) {
            return op.identity() instanceof Change.Set ? serial.handedOn() : serial.withoutSequence();
        }
        if (serial.isOne()) {
            return op.type().map(serial::retyped).orElse(List.of());
        }
        if (!(op.identity() instanceof Change.Set) || was.identity().isPresent()) {
            return List.of();
        }
        String table = sql.name(op.table());
        String column = sql.name(op.column());
        return List.of("SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(" + sql.literal(table) + ", "
                + sql.literal(op.column()) + "), greatest(max(" + column + "), 0) + 1, false) FROM " + table);
    }
}
