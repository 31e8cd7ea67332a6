package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Fills;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDiffer;
import dev.migrate.execute.DialectRules;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceSourceTest {

    private static final Column ID = Column.of("id", new ColumnType.IntegerType(64));
    private static final Column STATE =
            Column.of("state", new ColumnType.VarChar(9)).withNullable(false);
    private static final DiffPolicy DROPPING = DiffPolicy.USUAL.withDropsUnknown(true);

    @Test
    void thatRowsHaveNoValueOnTheWayBackIsSaidBeforeTheColumn() {
        assertThat(downgrade(DROPPING))
                .containsExactly(
                        "// where there are rows they have no value for it; to give them one, generate it again with",
                        "// -Dmigrate.fill=\"users.state=…\"",
                        "op.addColumn(\"users\", c -> c.varchar(\"state\", 9).notNull());");
    }

    @Test
    void nothingIsSaidOfAColumnWhoseRowsGetAValue() {
        DiffPolicy filled = DROPPING.withRows(table -> false, Fills.parse("users.state='new'"));

        assertThat(downgrade(filled))
                .containsExactly(
                        "op.addColumn(\"users\", c -> c.varchar(\"state\", 9));",
                        "op.update(\"users\", u -> u.setExpression(\"state\", \"'new'\").everywhere());",
                        "op.alterColumn(\"users\", \"state\", c -> c.notNull());");
    }

    @Test
    void thatRowsMayHaveNoValueYetIsSaidBeforeTheColumn() {
        assertThat(written("upgrade", DROPPING, users(ID, STATE.withNullable(true)), users(ID, STATE)))
                .containsExactly(
                        "// rows without a value stop this; to give them one, generate it again with"
                                + " -Dmigrate.fill=\"users.state=…\"",
                        "op.alterColumn(\"users\", \"state\", c -> c.notNull());");
    }

    @Test
    void nothingIsSaidWhereRowsWithoutAValueGetOne() {
        DiffPolicy filled = DROPPING.withRows(table -> true, Fills.parse("users.state='new'"));

        assertThat(written("upgrade", filled, users(ID, STATE.withNullable(true)), users(ID, STATE)))
                .containsExactly(
                        "op.update(\"users\", u -> u.setExpression(\"state\", \"'new'\").where(\"state IS NULL\"));",
                        "op.alterColumn(\"users\", \"state\", c -> c.notNull());");
    }

    private static List<String> downgrade(DiffPolicy policy) {
        return written("downgrade", policy, users(ID, STATE), users(ID));
    }

    private static List<String> written(String method, DiffPolicy policy, SchemaModel actual, SchemaModel desired) {
        DialectRules rules = new DialectRules(Dialects.offline("postgresql:18"), List.of());
        SchemaDiff diff = new SchemaDiffer(rules, policy).diff(actual, DesiredSchema.of(desired));
        return DifferenceSource.of(diff, WrittenMigrations.LIMIT, false)
                .written("R")
                .get(method)
                .lines(new CodeLayout(0, new JavaText(StandardCharsets.UTF_8.newEncoder())));
    }

    private static SchemaModel users(Column... columns) {
        return SchemaModel.of(List.of(Table.of(TableName.parse("users"), List.of(columns))));
    }
}
