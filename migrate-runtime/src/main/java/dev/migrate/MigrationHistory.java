package dev.migrate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the migrations of a package and its sub-packages a history of their own. Without it, all migrations of a module
 * form one unnamed history.
 *
 * <pre>{@code
 * @MigrationHistory(name = "billing")
 * package com.acme.billing.migrations;
 *
 * import dev.migrate.MigrationHistory;
 * }</pre>
 *
 * <p>A migration belongs to the nearest package around it that has this annotation, in its own module: the annotation of
 * another module reaches no class of this one, even where their packages are the same.
 *
 * <p>Each history is a graph of its own, with its own heads, its own configuration ({@code migrate.billing.url}) and its
 * own version table ({@code migrate_version_billing}, unless {@code migrate.billing.versionTable} names another). So
 * that several databases can be served by one module, and several histories live in one schema. A history that gets a
 * name after it was applied keeps its table with {@code migrate.billing.versionTable=migrate_version}.
 *
 * <p>The annotation processor writes the history's anchor into the annotated package: here {@code BillingHistory}, a
 * class that does not change when migrations come and go. Its literal leads to the history: from another history
 * ({@link #includes}), and from an application ({@code Migrator.on(dataSource, BillingHistory.class)}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface MigrationHistory {

    /**
     * The name under which the history is configured: {@code migrate.<name>.url} and so on. No other history of the
     * module has it, in whatever case: variables of the environment and names of tables know none.
     *
     * @return a letter of ASCII, then letters and digits, at most 64; none of {@code x},
     *     {@code unnamed} and {@code migration}
     */
    String name();

    /**
     * Histories whose revisions become part of this one, by their anchors; usually those of libraries. A parent, a
     * dependency or a label of an included history is used like one of one's own. What an included history includes is
     * included too; what is reached on several ways is there once, and two histories may include each other.
     *
     * <p>A database at this history has the included revisions as well, in the version table of this one. The heads of
     * an included history stay heads here, and are no {@code several-heads} for this module.
     *
     * @return class literals of generated anchors
     */
    Class<? extends HistoryAnchor>[] includes() default {};
}
