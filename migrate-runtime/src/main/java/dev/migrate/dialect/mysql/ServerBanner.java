package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says that it is.
 *
 * @param version {@code version()}
 * @param comment {@code @@version_comment}
 */
record ServerBanner(String version, String comment) {

    /** They speak MySQL's protocol, but lock, commit and report definitions in ways of their own. */
    private static final List<String> IMITATIONS =
            List.of("TiDB", "OceanBase", "Vitess", "SingleStore", "MemSQL", "StarRocks", "Doris", "Dolt");

    private static final Pattern AURORA = Pattern.compile("(\\d+\\.\\d+)\\.mysql_aurora\\.(\\d+)\\..*");

    /** Percona's server and Aurora are MySQL. */
    boolean mariaDb() {
        return said().contains("mariadb");
    }

    /** The product, if it is neither MySQL nor MariaDB. */
    Optional<String> imitation() {
        return IMITATIONS.stream()
                .filter(name -> said().contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private String said() {
        return (version + " " + comment).toLowerCase(Locale.ROOT);
    }

    /** Its version, as MySQL or MariaDB count. */
    ServerVersion number() {
        Matcher aurora = AURORA.matcher(version);
        if (aurora.matches()) {
            // It counts for itself: Aurora 3 began as MySQL 8.0.23, Aurora 2 as MySQL 5.7.12.
            return ServerVersion.parse(aurora.group(1) + (aurora.group(2).equals("3") ? ".23" : ".12"));
        }
        // Some MariaDB servers begin with 5.5.5, for clients that know only MySQL.
        return ServerVersion.parse(version.startsWith("5.5.5-") ? version.substring(6) : version);
    }
}
