package dev.migrate.dialect.h2;

import java.util.Set;

/**
 * Words that H2 does not take as a bare name.
 *
 * @see <a href="https://h2database.com/html/advanced.html#keywords">H2, Advanced, Keywords / Reserved Words</a>
 */
final class H2Keywords {

    /** Those of H2 2.x, together with those that only some compatibility modes reserve. */
    static final Set<String> WORDS = words("""
            all and any array as asymmetric authorization between both case cast check constraint cross
            current_catalog current_date current_path current_role current_schema current_time current_timestamp
            current_user day default distinct else end except exists false fetch for foreign from full group
            groups having hour if ilike in inner intersect interval is join key leading left like limit
            localtime localtimestamp minus minute month natural not null offset on or order over partition
            primary qualify range regexp right row rownum rows second select session_user set some symmetric
            sysdate system_user systime systimestamp table to today top trailing true uescape union unique
            unknown user using value values when where window with year
            """);

    private H2Keywords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
