package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialects;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that was not tried, in the words of the database that it is held against. */
class ReportedWordsTest {

    private static final Column CODE = Column.of("code", new ColumnType.VarChar(20));
    private static final Column SCORE = Column.of("score", new ColumnType.IntegerType(32));

    private static Table said(Table untried, Table actual) {
        return new ReportedWords(Dialects.offline("mariadb:11.4"), SchemaModel.of(List.of(actual)))
                .of(SchemaModel.of(List.of(untried)))
                .table(untried.name());
    }

    private static Table table(Column... columns) {
        return Table.of(TableName.parse("things"), List.of(columns));
    }

    private static Table checked(String condition) {
        return table(CODE, SCORE).with(new CheckConstraint("rule", condition));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "length(code) > 2|octet_length(`code`) > 2",
                "code in ('a', 'it''s')|`code` in ('a','it\\'s')",
                "score between -1 and 1.50|(`score` >= -1) and (`score` <= 1.5)",
                "0 < score or code != 'x'|(`score` > 0 or `code` <> 'x')",
                "not (score < 3)|`score` >= 3",
                "code <> 'a'|(`code`)::text <> 'a'::character varying",
                "score is not null and score between -1 and 5|`score` is not null and `score` >= -1 and `score` <= 5",
                "code in ('a')|`code` = 'a'",
                "score between 0 and 0|`score` = 0",
            })
    void aConditionIsTheOneThatNamesTheSameColumnsAndValues(String wanted, String reported) {
        assertThat(said(checked(wanted), checked(reported))).isEqualTo(checked(reported));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "length(code) > 3|octet_length(`code`) > 2",
                "code in ('a', 'b')|`code` in ('a','b','c')",
                "score > -1|`score` > 1",
                "score > 1|`code` > 1",
                "score > 1|`score` >= 1",
                "score < 1 and code <> 'x'|(`score` > 1) and (`code` <> 'x')",
                "length(code) > 2|octet_length(`code`) < 2",
                "score between 1 and 3|`score` > 1 and `score` < 3",
            })
    void anotherColumnOrValueIsADifference(String wanted, String reported) {
        assertThat(said(checked(wanted), checked(reported))).isEqualTo(checked(wanted));
    }

    @Test
    void anExpressionOfAColumnIsKnownByWhatItNames() {
        Column wanted = CODE.withGenerated(Optional.of(new Generated("upper(code)", true)));
        Column reported = CODE.withGenerated(Optional.of(new Generated("ucase(`code`)", true)));

        assertThat(said(table(wanted), table(reported))).isEqualTo(table(reported));
    }

    @Test
    void aTruthValueIsABit() {
        Column wanted = SCORE.withDefault(Optional.of(new DefaultValue.Bool(true)));
        Column reported = SCORE.withDefault(Optional.of(new DefaultValue.Expression("b'1'")));

        assertThat(said(table(wanted), table(reported))).isEqualTo(table(reported));
    }

    @Test
    void plainDefaultsAreComparedAsTheyAre() {
        Table wanted = table(SCORE.withDefault(Optional.of(new DefaultValue.Expression("1"))));

        assertThat(said(wanted, table(SCORE.withDefault(Optional.of(new DefaultValue.Text("1"))))))
                .isEqualTo(wanted);
    }

    @Test
    void anIndexOfExpressionsIsKnownByWhatTheyName() {
        Index wanted = Index.of("by_code", List.of(Index.Part.expression("lower(code)")), false, Optional.empty());
        Index reported = Index.of("by_code", List.of(Index.Part.expression("lcase(`code`)")), false, Optional.empty());

        assertThat(said(table(CODE).with(wanted), table(CODE).with(reported)))
                .isEqualTo(table(CODE).with(reported));
    }
}
