package dev.migrate.model.hibernate;

import dev.migrate.model.ModelDatabase;
import dev.migrate.model.ModelDatabase.Schemas;
import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/** The project's own naming, with schemas called what they are called in a scratch. */
final class ScratchSchemas implements PhysicalNamingStrategy {

    private final PhysicalNamingStrategy own;
    private final ModelDatabase database;

    ScratchSchemas(PhysicalNamingStrategy own, ModelDatabase database) {
        this.own = own;
        this.database = database;
    }

    @Override
    public @Nullable Identifier toPhysicalCatalogName(@Nullable Identifier name, JdbcEnvironment environment) {
        return database.schemas() == Schemas.CATALOG ? inScratch(own.toPhysicalCatalogName(name, environment)) : null;
    }

    @Override
    public @Nullable Identifier toPhysicalSchemaName(@Nullable Identifier name, JdbcEnvironment environment) {
        return database.schemas() == Schemas.SCHEMA ? inScratch(own.toPhysicalSchemaName(name, environment)) : null;
    }

    private @Nullable Identifier inScratch(@Nullable Identifier name) {
        return name == null || isHome(name)
                ? null
                : Identifier.toIdentifier(database.prefix() + name.getText(), name.isQuoted());
    }

    private boolean isHome(Identifier schema) {
        return database.home().equals(Optional.of(database.names().other(schema.getText(), schema.isQuoted())));
    }

    @Override
    public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
        return own.toPhysicalTableName(name, environment);
    }

    @Override
    public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment environment) {
        return own.toPhysicalSequenceName(name, environment);
    }

    @Override
    public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
        return own.toPhysicalColumnName(name, environment);
    }

    @Override
    public Identifier toPhysicalTypeName(Identifier name, JdbcEnvironment environment) {
        return own.toPhysicalTypeName(name, environment);
    }
}
