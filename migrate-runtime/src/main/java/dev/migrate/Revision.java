package dev.migrate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class one revision of a history and says where it stands in it.
 *
 * <p>The class is public and concrete, top-level or static nested, has a public constructor without parameters and
 * implements {@link Migration}. The annotation processor checks this and the whole history whenever the project is
 * compiled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Revision {

    /**
     * The revision's id, which the database will store.
     *
     * @return 1 to 64 of {@code A-Z a-z 0-9 _ .}, unique in the history (also when case is ignored), and none of
     *     {@code head}, {@code heads}, {@code base}, {@code current}
     */
    String id();

    /**
     * The revisions that this one follows.
     *
     * @return complete ids: none for a base, two or more for a merge
     */
    String[] downRevision() default {};

    /**
     * What the revision does, in a few words.
     *
     * @return any text; {@code history} and {@code show} print it
     */
    String message() default "";

    /**
     * Names for the branch that starts here.
     *
     * @return each 1 to 64 of {@code A-Z a-z 0-9 _ . -}, not ending in a hyphen and digits, unique in the history
     */
    String[] branchLabels() default {};

    /**
     * What must be applied before this revision although it is not followed by it: a revision of another branch.
     *
     * @return complete ids or branch labels
     */
    String[] dependsOn() default {};
}
