package dev.migrate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a migration that cannot be undone. A downgrade that would cross it is refused before anything runs, and says
 * why.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Irreversible {

    /**
     * Why there is no way back.
     *
     * @return a sentence for the person who tried
     */
    String value();
}
