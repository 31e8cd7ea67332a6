package dev.migrate.index;

import dev.migrate.Migration;
import java.util.List;

/**
 * The revisions of one package and the history it names, as the compiler saw them. The annotation processor writes the implementations; nobody
 * else does. They are found through {@link java.util.ServiceLoader} and read by {@link RevisionIndexes}.
 *
 * <p>Each revision is a text, {@link RevisionEntry#text()}, held in a string constant with others, and one {@code case}
 * that makes the instance. The text is all there is: at run time it is parsed, and an incremental compilation reads the same
 * constants from the class file, so that what only the source knew about an untouched revision (position, checksum)
 * survives. Of the forms that were measured with 5,000 revisions in a new JVM, it loads as fast as code that builds the
 * entries (60 ms against 65 ms) but says everything once; annotations with run-time retention took 180 ms. An older
 * runtime skips the lines it does not know, so a jar compiled with a newer processor stays readable.
 */
public interface RevisionIndex {

    /**
     * The revisions in parts small enough for a class file.
     *
     * @return the parts, in order of id; none for a package that only names a history
     */
    List<Part> parts();

    /**
     * The history that the package names. An index that was written before there were such declarations has none.
     *
     * @return pieces which, joined without anything between, are {@link HistoryEntry#text()}; none where the package
     *     has no {@code @MigrationHistory}
     */
    default List<String> history() {
        return List.of();
    }

    /**
     * The module: what was compiled together. In a jar of everything it is all that tells modules apart.
     *
     * @return the packages of the module that have an index, this one among them, the same in each of its indexes; none
     *     in an index that was written before they were listed
     */
    default List<String> packages() {
        return List.of();
    }

    /** At most 500 revisions. */
    interface Part {

        /**
         * The entries of this part.
         *
         * @return pieces which, joined without anything between, are the texts of the entries one after the other; as few
         *     as constants can hold
         */
        List<String> text();

        /**
         * Makes the migration of a revision of this part.
         *
         * @param id the revision's id
         * @return a new instance
         * @throws IllegalArgumentException when no revision of this part has that id
         */
        Migration create(String id);
    }
}
