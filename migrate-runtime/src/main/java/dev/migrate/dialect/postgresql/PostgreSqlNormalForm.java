package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.SqlText;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import java.util.regex.Pattern;

/** What PostgreSQL reports of what it was told. */
final class PostgreSqlNormalForm extends NormalForm {

    private static final Pattern MADE_UP = Pattern.compile(".*_(?:pkey|check|excl)\\d*|.*_.+_(?:key|fkey|idx)\\d*");

    /** A table's name is left this much at least, of what all names have room for. */
    private static final int SHORTENED = 28;

    @Override
    public String name(String name) {
        return name;
    }

    /** The table's name, the columns' and what it is; a long name is cut in its middle, at neither end. */
    @Override
    public boolean isMadeUp(Table table, String name) {
        String own = table.name().name();
        String beginning = own.length() > SHORTENED ? own.substring(0, SHORTENED) : own;
        return name.startsWith(beginning)
                && MADE_UP.matcher(name.substring(beginning.length())).matches();
    }

    @Override
    protected ColumnType type(ColumnType type) {
        if (type instanceof ColumnType.IntegerType integer && integer.bits() == 8) {
            return new ColumnType.IntegerType(16);
        }
        if (type instanceof ColumnType.Binary || type instanceof ColumnType.VarBinary) {
            return new ColumnType.Blob();
        }
        return type instanceof ColumnType.Raw raw ? PostgreSqlTypes.read(raw.sql()) : type;
    }

    @Override
    protected String sql(String text) {
        return super.sql(PostgreSqlText.plain(text));
    }

    @Override
    protected DefaultValue defaultValue(DefaultValue value, ColumnType type) {
        DefaultValue plain = value instanceof DefaultValue.Expression expression
                ? PostgreSqlText.defaultValue(expression.sql()).orElse(value)
                : value;
        DefaultValue normal = super.defaultValue(plain, type);
        return type instanceof ColumnType.Json && normal instanceof DefaultValue.Text json
                ? new DefaultValue.Text(PostgreSqlText.compactJson(json.value()))
                : normal;
    }

    /** {@code btree} is what is built when nothing else is said. */
    @Override
    protected Index index(Table table, Index index) {
        return super.index(table, index.withMethod(index.method().filter(method -> !method.equals("btree"))));
    }

    @Override
    protected Index.Part part(Table table, Index.Part part) {
        Index.Nulls usual = part.descending() ? Index.Nulls.FIRST : Index.Nulls.LAST;
        return super.part(table, part)
                .withQualifier(part.qualifier().map(SqlText::canonical))
                .withNulls(part.nulls().filter(place -> place != usual));
    }

    /** Constraints can be deferred here, so these two are not the same. */
    @Override
    protected ReferentialAction action(ReferentialAction action) {
        return action;
    }
}
