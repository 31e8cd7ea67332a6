package dev.migrate.schema;

import java.util.Optional;

/** What stands beside the tables of a schema under a name of its own, or is a schema itself. */
public sealed interface SchemaObject permits Sequence, EnumType, View, Namespace {

    /**
     * Its name.
     *
     * @return the name; that of a schema has no schema in front
     */
    TableName name();

    /**
     * What the database keeps as its comment.
     *
     * @return the comment; never empty text
     */
    Optional<String> comment();

    /**
     * The same object under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    SchemaObject withName(TableName newName);

    /**
     * The same object with another comment.
     *
     * @param newComment the comment; empty for none
     * @return a copy
     */
    SchemaObject withComment(Optional<String> newComment);

    /** What kinds there are. */
    enum Kind {
        /** A source of numbers. */
        SEQUENCE("sequence", Sequence.class),
        /** A type of a few words. */
        ENUM("type", EnumType.class),
        /** A query that goes by the name of a table. */
        VIEW("view", View.class),
        /** A schema; on MySQL and MariaDB a database. */
        SCHEMA("schema", Namespace.class);

        private final String word;
        private final Class<? extends SchemaObject> type;

        Kind(String word, Class<? extends SchemaObject> type) {
            this.word = word;
            this.type = type;
        }

        /**
         * What SQL and people call it.
         *
         * @return one word in lower case
         */
        public String word() {
            return word;
        }

        /**
         * What describes one.
         *
         * @return the record's class
         */
        public Class<? extends SchemaObject> type() {
            return type;
        }

        static Kind of(Class<? extends SchemaObject> type) {
            for (Kind kind : values()) {
                if (kind.type == type) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(type + " is no kind of object");
        }
    }
}
