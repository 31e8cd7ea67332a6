package dev.migrate.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgreSqlDialectProviderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
                "PostgreSQL 18.6 on x86_64-pc-linux-gnu, compiled by gcc (GCC) 12.2.0, 64-bit",
                "PostgreSQL 19beta1 on aarch64-apple-darwin"
            })
    void aPostgreSqlIsTaken(String version) {
        assertThat(PostgreSqlDialectProvider.isPostgreSql(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CockroachDB CCL v25.1.2 (x86_64-pc-linux-gnu, built 2025/03/11, go1.22.8)",
                "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2, Redshift 1.0.77467",
                "PostgreSQL 11.2-YB-2.20.1.3-b0 on x86_64-pc-linux-gnu, compiled by clang version 16.0.6, 64-bit",
                "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:abc) on x86_64-pc-linux-gnu",
                "Oracle Database 23ai"
            })
    void whatOnlySpeaksItsProtocolIsNot(String version) {
        assertThat(PostgreSqlDialectProvider.isPostgreSql(version)).isFalse();
    }
}
