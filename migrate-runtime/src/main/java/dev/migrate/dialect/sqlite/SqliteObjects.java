package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetComment;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views as SQLite has them; it has no sequences, and its schemas are files. Comments are left out, as those of tables. */
final class SqliteObjects extends AnsiObjects {

    SqliteObjects(SqliteDefinitions sql, SchemaModel before) {
        super(sql, before);
    }

    @Override
    protected long usualCache() {
        throw new IllegalStateException("there are no sequences here");
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence op) {
        throw noSequences(op);
    }

    @Override
    public List<SqlStatement> alterSequence(AlterSequence op) {
        throw noSequences(op);
    }

    @Override
    public List<SqlStatement> renameSequence(RenameSequence op) {
        throw noSequences(op);
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence op) {
        throw noSequences(op);
    }

    private MigrateException noSequences(ObjectOperation op) {
        return sql.unsupported("sequences", asked(op), "let the table number its rows: c.bigint(\"id\").identity()");
    }

    @Override
    public List<SqlStatement> createSchema(CreateSchema op) {
        throw noSchemas(op);
    }

    @Override
    public List<SqlStatement> dropSchema(DropSchema op) {
        throw noSchemas(op);
    }

    private MigrateException noSchemas(ObjectOperation op) {
        return sql.unsupported(
                "schemas but the files that a connection has attached", asked(op), "attach the file in the url");
    }

    /** There is nothing that changes a view in place. */
    @Override
    public List<SqlStatement> replaceView(ReplaceView op) {
        List<SqlStatement> statements = new ArrayList<>(ddl("DROP VIEW IF EXISTS " + sql.name(op.view())));
        statements.addAll(createView(new CreateView(View.of(op.view(), op.query()))));
        return statements;
    }

    @Override
    public List<SqlStatement> setComment(SetComment op) {
        return switch (op.kind()) {
            case SEQUENCE -> throw noSequences(op);
            case SCHEMA -> throw noSchemas(op);
            default -> super.setComment(op);
        };
    }

    @Override
    protected List<SqlStatement> comment(SchemaObject.Kind kind, TableName name, Optional<String> text) {
        return List.of();
    }
}
