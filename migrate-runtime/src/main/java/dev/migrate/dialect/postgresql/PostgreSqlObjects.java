package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.RenameEnum;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sequences, schemas, types and views as PostgreSQL has them. */
final class PostgreSqlObjects extends AnsiObjects {

    static final long USUAL_CACHE = 1;

    private final PostgreSqlDefinitions postgreSql;

    PostgreSqlObjects(PostgreSqlDefinitions sql, SchemaModel before) {
        super(sql, before);
        postgreSql = sql;
    }

    @Override
    protected long usualCache() {
        return USUAL_CACHE;
    }

    @Override
    protected String owner(TableName sequence, Sequence.Owner owner) {
        return sql.name(owner.table()) + "." + sql.name(owner.column());
    }

    @Override
    public List<SqlStatement> createEnum(CreateEnum op) {
        EnumType type = op.definition();
        List<SqlStatement> statements = new ArrayList<>(ddl(creating(type.name(), type.values())));
        type.comment()
                .ifPresent(text -> statements.addAll(comment(SchemaObject.Kind.ENUM, type.name(), type.comment())));
        return statements;
    }

    private String creating(TableName type, List<String> values) {
        return "CREATE TYPE " + sql.name(type) + " AS ENUM "
                + values.stream().map(sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Outside of a transaction a second attempt must find nothing left to do. */
    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue op) {
        String place = op.place()
                .map(beside -> (beside.before() ? " BEFORE " : " AFTER ") + sql.literal(beside.neighbour()))
                .orElse("");
        String words = op.outsideTransaction() ? " ADD VALUE IF NOT EXISTS " : " ADD VALUE ";
        String statement = "ALTER TYPE " + sql.name(op.type()) + words + sql.literal(op.value()) + place;
        return op.outsideTransaction() ? List.of(PostgreSqlRenderer.outside(statement)) : ddl(statement);
    }

    @Override
    public List<SqlStatement> renameEnumValue(RenameEnumValue op) {
        return ddl("ALTER TYPE " + sql.name(op.type()) + " RENAME VALUE " + sql.literal(op.value()) + " TO "
                + sql.literal(op.newValue()));
    }

    @Override
    public List<SqlStatement> setEnumValues(SetEnumValues op) {
        return new EnumRebuild(postgreSql, before, op).statements(creating(op.type(), op.values()));
    }

    @Override
    public List<SqlStatement> renameEnum(RenameEnum op) {
        return ddl("ALTER TYPE " + sql.name(op.type()) + " RENAME TO " + sql.name(op.newName()));
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum op) {
        return ddl("DROP TYPE " + sql.name(op.type()));
    }

    @Override
    public List<SqlStatement> setComment(SetComment op) {
        return commenting(op);
    }

    @Override
    public List<SqlStatement> replaceView(ReplaceView op) {
        return ddl(ViewReplacement.block(sql.name(op.view()), op.query()));
    }
}
