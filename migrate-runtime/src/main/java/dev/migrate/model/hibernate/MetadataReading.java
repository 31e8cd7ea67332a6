package dev.migrate.model.hibernate;

import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModel.Commented;
import dev.migrate.model.EntityModel.KeyKind;
import dev.migrate.model.EntityModel.KeyName;
import dev.migrate.model.ModelDatabase;
import dev.migrate.problem.Problem;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** Takes from Hibernate's metadata what there is to know. */
final class MetadataReading {

    private final BuiltMetadata built;
    private final WrittenNames names;
    private final String provider;
    private final List<KeyName> keys = new ArrayList<>();
    private final Map<Commented, String> comments = new TreeMap<>();

    MetadataReading(BuiltMetadata built, ModelDatabase database, String provider) {
        this.built = built;
        this.names = new WrittenNames(database, built.metadata().getDatabase().getJdbcEnvironment());
        this.provider = provider;
    }

    EntityModel model(ProviderSettings settings) {
        List<Table> tables = tables();
        InitialRows rows = new InitialRows(built, names);
        for (Table table : tables) {
            TableName name = names.table(table.getQualifiedTableName());
            readKeys(table, name);
            takeComments(table, name);
            rows.read(table, name);
        }
        List<String> script = new ArrayList<>(CreateScript.of(built));
        script.removeAll(rows.statements());
        SchemaModel schema = new MetadataSchema(built, names, script).of(tables);
        List<Problem> warnings = new ArrayList<>(settings.warnings());
        built.warning().ifPresent(warnings::add);
        warnings.addAll(rows.warnings());
        return new EntityModel(
                provider,
                script,
                schema,
                keys,
                comments,
                rows.rows(),
                readOnly(),
                schemas(),
                settings.defaultSchema(),
                warnings);
    }

    /** The tables that Hibernate creates. */
    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Namespace namespace : built.metadata().getDatabase().getNamespaces()) {
            namespace.getTables().stream()
                    .filter(table -> table.isPhysicalTable() && !table.isView())
                    .forEach(tables::add);
        }
        return tables;
    }

    private Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        for (Namespace namespace : built.metadata().getDatabase().getNamespaces()) {
            names.schema(
                            namespace.getPhysicalName().getCatalog(),
                            namespace.getPhysicalName().getSchema())
                    .ifPresent(schemas::add);
        }
        return schemas;
    }

    private void readKeys(Table table, TableName name) {
        table.getUniqueKeys().values().forEach(key -> take(name, KeyKind.UNIQUE, key));
        table.getForeignKeys().values().forEach(key -> take(name, KeyKind.FOREIGN_KEY, key));
        table.getIndexes().values().forEach(index -> {
            List<String> columns = new ArrayList<>();
            for (Selectable part : index.getSelectables()) {
                if (part instanceof Column column) {
                    columns.add(names.column(column));
                }
            }
            if (index.getName() != null) {
                take(
                        name,
                        index.isUnique() ? KeyKind.UNIQUE : KeyKind.INDEX,
                        names.index(index),
                        columns,
                        !WrittenNames.isMadeUp(index.getName()));
            }
        });
        table.getChecks().forEach(check -> take(name, check));
        table.getColumns().forEach(column -> column.getCheckConstraints().forEach(check -> take(name, check)));
    }

    private void take(TableName table, KeyKind kind, Constraint key) {
        take(table, kind, key.getName(), names.columns(key.getColumns()));
    }

    private void take(TableName table, CheckConstraint check) {
        if (check.isNamed()) {
            take(table, KeyKind.CHECK, check.getName(), List.of());
        }
    }

    private void take(TableName table, KeyKind kind, String name, List<String> columns) {
        if (name != null) {
            take(table, kind, names.key(name), columns, !WrittenNames.isMadeUp(name));
        }
    }

    private void take(TableName table, KeyKind kind, String name, List<String> columns, boolean given) {
        keys.add(new KeyName(table, kind, name, columns, given));
    }

    /** Comments are taken out: Hibernate writes them without regard to quotes in them. */
    private void takeComments(Table table, TableName name) {
        Optional.ofNullable(table.getComment())
                .filter(comment -> !comment.isEmpty())
                .ifPresent(comment -> comments.put(new Commented(name, Optional.empty()), comment));
        table.setComment(null);
        for (Column column : table.getColumns()) {
            Optional.ofNullable(column.getComment())
                    .filter(comment -> !comment.isEmpty())
                    .ifPresent(
                            comment -> comments.put(new Commented(name, Optional.of(names.column(column))), comment));
            column.setComment(null);
        }
    }

    private Set<TableName> readOnly() {
        Map<Table, Boolean> written = new HashMap<>();
        for (PersistentClass entity : built.metadata().getEntityBindings()) {
            written.merge(entity.getTable(), entity.isMutable(), Boolean::logicalOr);
        }
        Set<TableName> readOnly = new TreeSet<>();
        written.forEach((table, isWritten) -> {
            if (!isWritten && table.isPhysicalTable()) {
                readOnly.add(names.table(table.getQualifiedTableName()));
            }
        });
        return readOnly;
    }
}
