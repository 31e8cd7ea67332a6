package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What statements that are still to be sent need of a session that is gone. */
class LostStateTest {

    private static final TableName T = TableName.parse("t");
    private static final Operation COLUMN = new AddColumn(T, Column.of("c", new ColumnType.Date()));
    private static final Operation INSERT = new InsertRows(T, List.of("a"), List.of(List.of(1L)));
    private static final Operation READS_KEY = sql("INSERT INTO child (parent) VALUES (LAST_INSERT_ID())");

    private static ExecuteSql sql(String text) {
        return new ExecuteSql(text, List.of(), Assurance.NONE);
    }

    @Test
    void aTemporaryTableOfAStatementThatIsDoneIsMissed() {
        List<Operation> done = List.of(sql("CREATE TEMPORARY TABLE IF NOT EXISTS `picked` AS SELECT 1"), COLUMN);

        assertThat(LostState.requiredBy(
                        done, List.of(INSERT, sql("DELETE FROM t WHERE id IN (SELECT id FROM PICKED)"))))
                .contains("DELETE FROM t WHERE id IN (SELECT id FROM PICKED)");
        assertThat(LostState.requiredBy(done, List.of(sql("DELETE FROM unpicked"))))
                .isEmpty();
    }

    @Test
    void aPreparedStatementIsMissed() {
        assertThat(LostState.requiredBy(List.of(sql("PREPARE p FROM 'SELECT 1'")), List.of(sql("EXECUTE p"))))
                .contains("EXECUTE p");
    }

    @Test
    void theLastGeneratedKeyIsMissedUntilTheNextInsert() {
        assertThat(LostState.requiredBy(List.of(INSERT, COLUMN), List.of(READS_KEY)))
                .contains("INSERT INTO child (parent) VALUES (LAST_INSERT_ID())");
        assertThat(LostState.requiredBy(List.of(INSERT, COLUMN), List.of(INSERT, READS_KEY)))
                .isEmpty();
        assertThat(LostState.requiredBy(List.of(COLUMN), List.of(READS_KEY))).isEmpty();
        assertThat(LostState.requiredBy(List.of(INSERT), List.of(sql("INSERT INTO t VALUES ('LAST_INSERT_ID()')"))))
                .isEmpty();
    }

    @Test
    void aGroupMakesWhatItNeedsItself() {
        Operation group = new Atomically(List.of(INSERT, READS_KEY));

        assertThat(LostState.requiredBy(List.of(INSERT, COLUMN), List.of(group)))
                .isEmpty();
        assertThat(LostState.requiredBy(List.of(group, COLUMN), List.of(READS_KEY)))
                .isPresent();
    }
}
