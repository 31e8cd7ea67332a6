package dev.migrate.dialect;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ExactName;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What schemas are called in a scratch: nobody has the same names, so nothing else is ever touched.
 *
 * @param prefix what stands before each of them
 */
public record ScratchNames(String prefix) {

    /** What {@link #home} is called, whichever the scratch, as a regular expression that every database understands. */
    public static final String ANY_HOME = "^migrate_[0-9a-f]{12}_home$";

    /** Whatever is in a scratch, whichever it is, as a regular expression that every database understands. */
    public static final String ANY = "^migrate_[0-9a-f]{12}_";

    /** A table that says of the database it is in that migrate has made it to try something. */
    public static final String MARKER = "migrate_scratch";

    private static final int RANDOM_BYTES = 6;

    public ScratchNames {
        requireNonNull(prefix, "prefix");
    }

    /**
     * Names that nobody has.
     *
     * @return new names
     */
    public static ScratchNames random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ScratchNames("migrate_" + HexFormat.of().formatHex(bytes) + "_");
    }

    /**
     * The schema that takes the place of the one in which names without a schema are looked up.
     *
     * @return its name
     */
    public String home() {
        return prefix + "home";
    }

    /**
     * The schema that takes the place of another.
     *
     * @param schema the other's name
     * @return its name
     */
    public String of(String schema) {
        return ExactName.within(schema)
                .map(letters -> ExactName.of(prefix + letters))
                .orElse(prefix + schema);
    }

    /**
     * The schema whose place is taken.
     *
     * @param schema a schema's name in the scratch
     * @return the other's name; the same, if it takes no place
     */
    public String outside(String schema) {
        return ExactName.within(schema)
                .map(letters -> ExactName.of(without(letters)))
                .orElse(without(schema));
    }

    private String without(String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
