package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsInSqlTest {

    private static final List<String> COLUMNS =
            List.of("fax", "status", "date", "lower", "Odd Name", "größe", "zero", "n");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "fax > 0; fax",
                "FAX > 0 AND \"fax\" < 9; fax",
                "length(fax) > 0 OR status IS NULL; fax status",
                "users.fax = `users`.`status`; fax status",
                "fax.status > 0; status",
                "status IN ('fax', 'it''s date'); status",
                "lower(status) = 'x'; status",
                "lower (status) = lower; status lower",
                "status::date > date '2020-01-01'; status",
                "CAST(status AS date) > date; status date",
                "[Odd Name] <> 'x'; ~Odd Name~",
                "\"Odd Name\" <> 'x'; ~Odd Name~",
                "ARRAY[fax, status]; fax status",
                "größe > n2 + 1.5e3; größe",
                "n = 'a\\' OR fax = 'b'; n fax",
                "n = E'\\' fax' ; n",
                "n > 0 -- fax; n",
                "n > /* fax */ 0; n",
                "faxes > 0 AND the_fax > 0; ~~"
            })
    void namesAreToldFromTextFunctionsAndTypes(String sql, String named) {
        List<String> expected = "Odd Name".equals(named) ? List.of(named) : List.of(named.split(" "));

        assertThat(ColumnsInSql.of(sql, COLUMNS)).containsExactlyElementsOf(named.isEmpty() ? List.of() : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "fax > 0 AND FAX < 9; phone > 0 AND phone < 9",
                "length(\"fax\") > 0; length(phone) > 0",
                "users.fax = 'fax' -- fax; users.phone = 'fax' -- fax",
                "\"Fax\" > 0; \"Fax\" > 0",
                "fax(1) = fax::fax; fax(1) = phone::fax",
                "fax = 'a\\' ; fax = 'a\\'",
                "[fax] > 0; [fax] > 0"
            })
    void aNewNameStandsWhereTheOldOneSurelyMeantTheColumn(String sql, String renamed) {
        assertThat(ColumnsInSql.renamed(sql.strip(), "fax", "phone")).isEqualTo(renamed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"order\" > 0; ~`order`~",
                "\"ORDER\" > 0; order",
                "ORDER > 0; order",
                "\"rank\" > 0; ~`rank`~",
                "rank > 0; ~`rank`~",
                "\"both\" > both; ~`both` both~"
            })
    void aNameBetweenBackticksIsFoundWhereQuotesSayIt(String sql, String named) {
        assertThat(ColumnsInSql.of(sql, List.of("order", "`order`", "`rank`", "both", "`both`")))
                .containsExactly(named.split(" "));
    }
}
