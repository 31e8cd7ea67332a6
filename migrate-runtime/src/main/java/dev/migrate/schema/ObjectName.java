package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of one thing in a database, so that it can be looked for.
 *
 * @param kind what it is
 * @param owner its name; of a part of a table or type, the table's or type's
 * @param part the name of a part of a table or type; empty for what stands by itself
 */
public record ObjectName(Kind kind, TableName owner, Optional<String> part) {

    /** What a thing in a database is. */
    public enum Kind {
        /** A table. */
        TABLE,
        /** A column of a table. */
        COLUMN,
        /** An index of a table. */
        INDEX,
        /** A primary key, unique constraint, foreign key or check of a table. */
        CONSTRAINT,
        /** The primary key of a table, whatever it is called. */
        PRIMARY_KEY,
        /** A sequence. */
        SEQUENCE,
        /** An enum type with a name. */
        ENUM,
        /** A value of an enum type. */
        ENUM_VALUE,
        /** A view. */
        VIEW,
        /** A schema; its name stands where a table's would. */
        SCHEMA;

        private String word() {
            return this == ENUM_VALUE
                    ? "value"
                    : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private boolean isOfATable() {
            return this == TABLE || this == COLUMN || this == INDEX || this == CONSTRAINT || this == PRIMARY_KEY;
        }
    }

    public ObjectName {
        requireNonNull(kind, "kind");
        requireNonNull(owner, "owner");
        requireNonNull(part, "part");
    }

    /**
     * A table.
     *
     * @param name its name
     * @return the table's name as that of a thing
     */
    public static ObjectName table(TableName name) {
        return new ObjectName(Kind.TABLE, name, Optional.empty());
    }

    /**
     * The primary key of a table.
     *
     * @param table the table
     * @return the key, without a name: a table has but one, and some databases know it under no name
     */
    public static ObjectName primaryKey(TableName table) {
        return new ObjectName(Kind.PRIMARY_KEY, table, Optional.empty());
    }

    /**
     * A part of a table or an enum type.
     *
     * @param kind a column, an index, a constraint or a value
     * @param owner the table or the type
     * @param name the part's name
     * @return the name of both
     */
    public static ObjectName of(Kind kind, TableName owner, String name) {
        return new ObjectName(kind, owner, Optional.of(name));
    }

    /**
     * What stands beside the tables.
     *
     * @param kind a sequence, an enum type, a view or a schema
     * @param name its name
     * @return the name as that of a thing
     */
    public static ObjectName beside(Kind kind, TableName name) {
        return new ObjectName(kind, name, Optional.empty());
    }

    /**
     * The table that has to be known to tell whether this is there.
     *
     * @return the table; empty for what stands beside the tables
     */
    public Optional<TableName> table() {
        return kind.isOfATable() ? Optional.of(owner) : Optional.empty();
    }

    /**
     * Whether a model tells that this is there, or that it is not.
     *
     * @param model what is known
     * @return false, when it may be there without the model knowing
     */
    public boolean isKnownIn(SchemaModel model) {
        return model.incompleteBecause().isEmpty()
                || table().flatMap(model::findTable).isPresent();
    }

    /**
     * Whether this is there.
     *
     * @param model what is known
     * @return whether the model has it; where a unique index and a unique constraint are one thing it goes by either name
     */
    public boolean isIn(SchemaModel model) {
        return switch (kind) {
            case TABLE -> model.findTable(owner).isPresent();
            case COLUMN, INDEX, CONSTRAINT ->
                model.findTable(owner).filter(this::isPartOf).isPresent();
            case PRIMARY_KEY ->
                model.findTable(owner).flatMap(Table::primaryKey).isPresent();
            case ENUM_VALUE ->
                model.find(EnumType.class, owner)
                        .filter(type -> type.values().contains(part.orElseThrow()))
                        .isPresent();
            case SEQUENCE, ENUM, VIEW, SCHEMA ->
                model.find(SchemaObject.Kind.valueOf(kind.name()).type(), owner).isPresent();
        };
    }

    private boolean isPartOf(Table table) {
        String name = part.orElseThrow();
        if (kind == Kind.COLUMN) {
            return table.findColumn(name).isPresent();
        }
        boolean index = table.indexes().stream()
                .filter(each -> kind == Kind.INDEX || each.unique())
                .anyMatch(each -> each.name().equals(name));
        boolean constraint = table.constraints().stream()
                .filter(each -> kind == Kind.CONSTRAINT || each instanceof UniqueConstraint)
                .anyMatch(each -> each.name().equals(name));
        return index || constraint;
    }

    /** The kind and the name, as people say it: {@code column users.avatar}. */
    @Override
    public String toString() {
        return kind.word() + " " + part.map(this::part).orElse((kind == Kind.PRIMARY_KEY ? "of " : "") + owner);
    }

    private String part(String name) {
        return switch (kind) {
            case COLUMN -> owner + "." + name;
            case ENUM_VALUE -> "'" + name + "' of enum " + owner;
            default -> name + " of " + owner;
        };
    }
}
