package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.model.InitialRow;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A database that is not connected to, or on which the account may not make a scratch. */
class WithoutScratchTest {

    private static final ScratchSource NONE = new ScratchSource() {
        @Override
        public Connection connect() throws SQLException {
            throw new SQLException("no privilege");
        }

        @Override
        public Connection connectBeside() throws SQLException {
            return connect();
        }

        @Override
        public Connection connect(String url) throws SQLException {
            throw new SQLException("no privilege");
        }
    };

    private static DesiredStates on(String dialect) {
        Dialect database = Dialects.offline(dialect);
        return new DesiredStates(database, Optional.empty(), NONE);
    }

    @Test
    void aSequenceIsATableAndItsFirstRowOnMySql() {
        DesiredModel shop = on("mysql:8.4").ofEntitiesUntried(Samples.shop());

        assertThat(shop.schema().table(TableName.parse("orders_SEQ")).columns())
                .containsExactly(Column.of("next_val", new ColumnType.IntegerType(64)));
        assertThat(shop.rows())
                .containsExactlyInAnyOrder(
                        new InitialRow(TableName.parse("Product_SEQ"), List.of("next_val"), List.of(1L)),
                        new InitialRow(TableName.parse("customers_SEQ"), List.of("next_val"), List.of(1L)),
                        new InitialRow(TableName.parse("orders_SEQ"), List.of("next_val"), List.of(1L)),
                        new InitialRow(TableName.parse("numbers"), List.of("what", "next_one"), List.of("Tag", 0L)));
        assertThat(shop.triedOut()).isFalse();
        assertThat(shop.warnings()).isEmpty();
    }

    @Test
    void theVersionOfTheServerCounts() {
        assertThat(typeOf(on("mariadb:10.6").ofEntitiesUntried(Samples.shop()))).isEqualTo(new ColumnType.Binary(16));
        assertThat(typeOf(on("mariadb:11.4").ofEntitiesUntried(Samples.shop()))).isEqualTo(new ColumnType.Uuid());
    }

    private static ColumnType typeOf(DesiredModel shop) {
        return shop.schema()
                .table(TableName.parse("customers"))
                .column("externalId")
                .type();
    }

    @Test
    void wordsOfTheMappingStayWhatTheyAre() {
        DesiredStates states = new DesiredStates(Dialects.offline("postgresql:18"), Optional.of("app"), NONE);

        DesiredModel clinic = states.ofEntitiesUntried(Samples.entitiesOf("samples.clinic", Map.of()));

        assertThat(clinic.schema()
                        .table(TableName.parse("patient"))
                        .column("arrivesfrom")
                        .defaultValue())
                .contains(new DefaultValue.Text("home"));
    }

    @Test
    void anEnumTypeOfPostgreSqlIsKnownWithItsWords() {
        DesiredModel moods = on("postgresql:18").ofEntitiesUntried(Samples.entitiesOf("samples.moods", Map.of()));
        TableName mood = TableName.parse("mood");

        assertThat(moods.schema().enumTypes())
                .containsExactly(new EnumType(mood, List.of("FINE", "SAD"), Optional.empty()));
        assertThat(moods.schema()
                        .table(TableName.parse("feeling"))
                        .column("mood")
                        .type())
                .isEqualTo(new ColumnType.Named(mood, false));
    }

    @Test
    void thatThereIsNoPlaceToTryIsSaid() {
        assertThatThrownBy(() -> on("postgresql:18").ofEntities(Samples.shop()))
                .hasMessageContaining("[no-scratch] on this PostgreSQL 18.0 no scratch can be made: no privilege")
                .hasMessageContaining("let the account make schemas");
    }
}
