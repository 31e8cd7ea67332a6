package dev.migrate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the history of a package and its sub-packages a name of its own. Without it, all migrations of a module form
 * one unnamed history.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface MigrationHistory {

    /**
     * The name under which the history is configured: {@code migrate.<name>.url} and so on.
     *
     * @return a letter, then letters and digits, at most 64
     */
    String name();
}
