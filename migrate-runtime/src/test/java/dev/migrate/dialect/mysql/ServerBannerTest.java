package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.ServerVersion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerBannerTest {

    @ParameterizedTest
    @CsvSource({
        "8.4.3,                          MySQL Community Server - GPL,            false, 8.4.3",
        "5.7.29-log,                     MySQL Community Server (GPL),            false, 5.7.29",
        "8.0.36-28.1,                    'Percona Server (GPL), Release 28',      false, 8.0.36",
        "8.0.mysql_aurora.3.05.2,        Source distribution,                     false, 8.0.23",
        "5.7.mysql_aurora.2.11.4,        MySQL Community Server (GPL),            false, 5.7.12",
        "8.0.28,                         Source distribution,                     false, 8.0.28",
        "10.11.19-MariaDB-0+deb12u1,     Debian 12,                               true,  10.11.19",
        "5.5.5-10.6.14-MariaDB-log,      managed by somebody,                     true,  10.6.14",
        "11.4.5-log,                     MariaDB Server,                          true,  11.4.5"
    })
    void aServerTellsWhatItIs(String version, String comment, boolean mariaDb, String number) {
        ServerBanner banner = new ServerBanner(version, comment);

        assertThat(banner.mariaDb()).isEqualTo(mariaDb);
        assertThat(banner.number()).isEqualTo(ServerVersion.parse(number));
        assertThat(banner.imitation()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8.0.11-TiDB-v7.5.0,       'TiDB Server (Apache License 2.0) Community Edition, MySQL 8.0 compatible', TiDB",
        "5.7.25-OceanBase-v4.2.1,  OceanBase_CE 4.2.1.0,                                                   OceanBase",
        "8.0.30-Vitess,            Vitess,                                                                 Vitess",
        "5.7.32,                   SingleStoreDB source distribution,                                      SingleStore",
        "5.1.0,                    StarRocks version 3.1.0,                                                StarRocks",
        "8.0.31,                   Dolt,                                                                   Dolt"
    })
    void whatOnlySpeaksLikeMySqlIsKnownByItsName(String version, String comment, String name) {
        assertThat(new ServerBanner(version, comment).imitation()).isEqualTo(Optional.of(name));
    }
}
