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
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

    @Test
    void thatRowsMayHoldAWordThatGoesIsSaidBeforeItGoes() {
        EnumType mood = EnumType.of(TableName.parse("mood"), List.of("good", "bad"));

        assertThat(written(
                        "upgrade",
                        DROPPING,
                        SchemaModel.empty().with(mood),
                        SchemaModel.empty().with(mood.withValues(List.of("good")))))
                .containsExactly("// data loss: rows with bad cannot be kept", "op.setEnumValues(\"mood\", \"good\");");
    }

    @Test
    void thatANewSequenceGivesNumbersThatAreTakenIsSaidBeforeTheColumn() {
        SchemaModel sequences = users(ID.withNullable(false))
                .withSequences(List.of(
                        Sequence.of(TableName.parse("teams_seq")),
                        new Sequence(
                                TableName.parse("users_seq"),
                                Optional.empty(),
                                1,
                                50,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty())));

        assertThat(written(
                        "upgrade",
                        DROPPING,
                        users(ID.withNullable(false).withIdentity(Optional.of(Identity.BY_DEFAULT))),
                        sequences))
                .containsExactly(
                        "op.createSequence(\"teams_seq\");",
                        "op.createSequence(\"users_seq\", s -> s.incrementBy(50));",
                        "// where users has rows, users_seq gives numbers that column id has already: let it begin behind"
                                + " them, by",
                        "// op.alterSequence(\"users_seq\", s -> s.restartWith(n)), n being at least what SELECT MAX(id) +"
                                + " 50 FROM users gives in",
                        "// any of your databases",
                        "op.alterColumn(\"users\", \"id\", c -> c.dropIdentity());");
    }

    @Test
    void aKeyThatNamesTheSchemaOfThisDatabaseIsSaid() {
        Table users = users(ID.withNullable(false)).tables().get(0).with(new PrimaryKey("pk_users", List.of("id")));
        Table visits = Table.of(TableName.parse("billing.visits"), List.of(Column.of("user_id", ID.type())));
        ForeignKey key = new ForeignKey(
                "fk_visits_user_id_users",
                List.of("user_id"),
                TableName.parse("shop_dev.users"),
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);

        assertThat(written(
                        "upgrade",
                        DROPPING,
                        SchemaModel.of(List.of(users, visits)),
                        SchemaModel.of(List.of(users, visits.with(key)))))
                .containsExactly(
                        "// from another schema a key refers to shop_dev by its name: where that schema has another name,"
                                + " write that one",
                        "op.addForeignKey(\"billing.visits\", f ->"
                                + " f.columns(\"user_id\").references(\"shop_dev.users\", \"id\"));");
    }

    @Test
    void aViewThatIsInTheWayIsSaid() {
        SchemaModel actual =
                users(ID, STATE).withViews(List.of(View.of(TableName.parse("states"), "SELECT state FROM users")));

        assertThat(written("upgrade", DROPPING, actual, users(ID)))
                .containsExactly(
                        "// data loss: its values are lost",
                        "// view states shows column users.state, which is dropped, and the database refuses that as long as"
                                + " the view is there:",
                        "// drop it before, and make it anew without that after",
                        "op.dropColumn(\"users\", \"state\");");
    }

    private static List<String> downgrade(DiffPolicy policy) {
        return written("downgrade", policy, users(ID, STATE), users(ID));
    }

    private static List<String> written(String method, DiffPolicy policy, SchemaModel actual, SchemaModel desired) {
        DialectRules rules = new DialectRules(Dialects.offline("postgresql:18"), List.of());
        SchemaDiff diff = new SchemaDiffer(rules, policy).diff(actual, DesiredSchema.of(desired));
        return DifferenceSource.of(diff, WrittenMigrations.LIMIT, false, Optional.of("shop_dev"))
                .written("R")
                .get(method)
                .lines(new CodeLayout(0, new JavaText(StandardCharsets.UTF_8.newEncoder())));
    }

    private static SchemaModel users(Column... columns) {
        return SchemaModel.of(List.of(Table.of(TableName.parse("users"), List.of(columns))));
    }
}
