package dev.migrate;

/** What {@link ObjectOperations#comment} comments on. Tables and columns have methods of their own. */
public enum CommentOn {
    /** A sequence. */
    SEQUENCE,
    /** A type that {@link ObjectOperations#createEnum} made. */
    ENUM,
    /** A view. */
    VIEW,
    /** A schema. */
    SCHEMA
}
