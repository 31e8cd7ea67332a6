package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgreSqlEntitiesTest extends EntitiesContract {

    @Override
    DataSource fresh() throws SQLException {
        PostgreSqlServer server = PostgreSqlServer.shared();
        PostgreSqlSchema schema = server.createSchema();
        server.asAdmin("GRANT CREATE ON DATABASE postgres TO " + schema.owner().username());
        return schema.dataSource();
    }

    @Test
    void moreTablesThanTheServerHasLocksForAreRefusedWithTheSettingToRaise() {
        assertThatThrownBy(() ->
                        desired("DO $$ BEGIN RAISE EXCEPTION 'out of shared memory' USING ERRCODE = '53200'; END $$;"))
                .hasMessageContaining("[no-scratch] on this PostgreSQL 18")
                .hasMessageContaining("raise max_locks_per_transaction");
    }
}
