package dev.migrate.dialect.mysql;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.SetComment;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences, schemas and views as MariaDB has them; MySQL has no sequences. A schema is a database here. */
final class MySqlObjects extends AnsiObjects {

    static final long USUAL_CACHE = 1000;

    private final MySqlFeatures features;

    MySqlObjects(MySqlDefinitions sql, MySqlFeatures features, SchemaModel before) {
        super(sql, before);
        this.features = features;
    }

    @Override
    protected long usualCache() {
        return USUAL_CACHE;
    }

    @Override
    protected String noCycle() {
        return "NOCYCLE";
    }

    @Override
    protected String sequenceType(TableName sequence, ColumnType type) {
        throw sql.unsupported(
                "sequences of a chosen type",
                "sequence " + sequence + " is one of " + sql.type(type),
                "say how far it goes, with maxValue(…)");
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence op) {
        requireSequences(op);
        return super.createSequence(op);
    }

    @Override
    public List<SqlStatement> alterSequence(AlterSequence op) {
        requireSequences(op);
        return super.alterSequence(op);
    }

    @Override
    public List<SqlStatement> renameSequence(RenameSequence op) {
        requireSequences(op);
        return ddl("RENAME TABLE " + sql.name(op.sequence()) + " TO "
                + sql.name(op.sequence().sibling(op.newName())));
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence op) {
        requireSequences(op);
        return super.dropSequence(op);
    }

    private void requireSequences(ObjectOperation op) {
        if (!features.mariaDb()) {
            throw sql.unsupported("sequences", asked(op), "let the table number its rows: c.bigint(\"id\").identity()");
        }
    }

    /**
     * The server would drop the database with all that is in it. A question that fails while something is there comes
     * first, for scripts as well, where nobody looks. Views and sequences are among the tables, and triggers need one.
     */
    @Override
    public List<SqlStatement> dropSchema(DropSchema op) {
        op.requireEmpty(before);
        String schema = sql.literal(op.schema().name());
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(new SqlStatement(
                "SELECT IF(COUNT(*) = 0, 0, (SELECT 1 UNION SELECT 2)) AS schema_must_be_empty FROM ("
                        + "SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = " + schema
                        + " UNION ALL SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = " + schema
                        + " UNION ALL SELECT 1 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = " + schema
                        + ") AS held",
                List.of(),
                SqlStatement.Kind.DATA));
        statements.addAll(ddl("DROP SCHEMA " + sql.name(op.schema())));
        return statements;
    }

    @Override
    public List<SqlStatement> setComment(SetComment op) {
        if (op.kind() == SchemaObject.Kind.SEQUENCE) {
            requireSequences(op);
        }
        return super.setComment(op);
    }

    @Override
    protected List<SqlStatement> comment(SchemaObject.Kind kind, TableName name, Optional<String> text) {
        String comment = sql.literal(text.orElse(""));
        if (kind == SchemaObject.Kind.SEQUENCE) {
            return ddl("ALTER TABLE " + sql.name(name) + " COMMENT = " + comment);
        }
        if (kind == SchemaObject.Kind.SCHEMA && features.mariaDb()) {
            return ddl("ALTER SCHEMA " + sql.name(name) + " COMMENT = " + comment);
        }
        throw sql.unsupported(
                "comments of a " + kind.word(), kind.word() + " " + name + " gets one", "leave the comment out");
    }
}
