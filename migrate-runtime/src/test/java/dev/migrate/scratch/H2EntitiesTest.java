package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2EntitiesTest extends EntitiesContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    DataSource fresh() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:entities" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    @Test
    void listsAreReadWithTheirElements() throws SQLException {
        DesiredModel desired = desired(
                "CREATE TABLE lists (words varchar(20) array, numbers integer array, times timestamp(6) array);");

        assertThat(desired.schema().table(TableName.parse("lists")).columns())
                .containsExactly(
                        Column.of("words", new ColumnType.Raw("VARCHAR(20) ARRAY")),
                        Column.of("numbers", new ColumnType.Raw("INTEGER ARRAY")),
                        Column.of("times", new ColumnType.Raw("TIMESTAMP(6) ARRAY")));
    }

    @Test
    void aNameInQuotesThatWouldBeFoldedWithoutThemHasAWordOfItsOwn() throws SQLException {
        DesiredModel desired = desired("""
                CREATE TABLE "persons" ("left" bigint NOT NULL, right_one bigint, "MIXED_UP" bigint, "CamelCase" bigint);
                CREATE INDEX "by_left" ON "persons" ("left");""");

        Table persons = desired.schema().table(TableName.parse("`persons`"));
        assertThat(persons.columns())
                .extracting(Column::name)
                .containsExactly("`left`", "right_one", "mixed_up", "CamelCase");
        assertThat(persons.indexes())
                .containsExactly(Index.of("`by_left`", List.of(Index.Part.column("`left`")), false, Optional.empty()));
    }
}
