package dev.migrate.model.hibernate;

import dev.migrate.model.ModelDatabase;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.jspecify.annotations.Nullable;

/** Hibernate's names as migrations write them. */
final class WrittenNames {

    /** A hash in base 35 behind the word for what it names: what Hibernate makes up where the mapping names nothing. */
    private static final Pattern MADE_UP = Pattern.compile("(FK|UK|IDX)_?[0-9a-z]{18,26}", Pattern.CASE_INSENSITIVE);

    private final ModelDatabase database;
    private final JdbcEnvironment environment;

    /**
     * @param environment knows which names Hibernate quotes that nobody put into quotes
     */
    WrittenNames(ModelDatabase database, JdbcEnvironment environment) {
        this.database = database;
        this.environment = environment;
    }

    TableName table(QualifiedName name) {
        Identifier own = name.getObjectName();
        return new TableName(
                schema(name.getCatalogName(), name.getSchemaName()),
                database.names().table(own.getText(), own.isQuoted()));
    }

    /** A table to which one of another schema refers: without a schema it would be the table beside that. */
    TableName referenced(TableName from, QualifiedName name) {
        TableName to = table(name);
        return from.schema().isPresent() && to.schema().isEmpty() ? new TableName(database.home(), to.name()) : to;
    }

    /** The schema as the mapping has it, without what stands before it for a scratch. */
    Optional<String> schema(@Nullable Identifier catalog, @Nullable Identifier schema) {
        Identifier name = switch (database.schemas()) {
            case SCHEMA -> schema;
            case CATALOG -> catalog;
            case NONE -> null;
        };
        if (name == null) {
            return Optional.empty();
        }
        String text = name.getText();
        boolean prefixed = text.startsWith(database.prefix());
        return Optional.of(name(prefixed ? text.substring(database.prefix().length()) : text, name.isQuoted()));
    }

    List<String> columns(List<Column> columns) {
        return columns.stream().map(this::column).toList();
    }

    String column(Column column) {
        return name(column.getName(), column.isQuoted());
    }

    /** The name of an index, about which Hibernate puts quotes only when it writes it. */
    String index(Index index) {
        Identifier name = environment.getIdentifierHelper().toIdentifier(index.getQuotedName(environment.getDialect()));
        return name(name.getText(), name.isQuoted());
    }

    /** The name of a key, which has its quotes about it where it has some. */
    String key(String text) {
        Identifier name = Identifier.toIdentifier(text);
        return name(name.getText(), name.isQuoted());
    }

    static boolean isMadeUp(String key) {
        return MADE_UP.matcher(Identifier.toIdentifier(key).getText()).matches();
    }

    private String name(String text, boolean quoted) {
        return database.names().other(text, quoted);
    }
}
