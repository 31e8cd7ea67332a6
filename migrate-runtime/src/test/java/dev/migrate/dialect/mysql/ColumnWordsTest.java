package dev.migrate.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "cast(`created` as date); cast(`created` as date)",
                "extract(year from `date`); extract(year from `held`)",
                "`events`.`date` > 0 or `date` > 1; `events`.`held` > 0 or `held` > 1",
                "date > 1 and DATE < 9; `held` > 1 and `held` < 9",
                "cast(created AS date); cast(created AS date)",
                "created > date '2024-01-01'; created > date '2024-01-01'",
                "date(created) = date; date(created) = `held`",
                "date <> 'date'; `held` <> 'date'"
            })
    void aNewNameStandsWhereTheOldOneMeantTheColumn(String sql, String renamed) {
        assertThat(new ColumnWords("date", "held").in(sql)).isEqualTo(renamed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "now() + INTERVAL 1 day; now() + INTERVAL 1 day",
                "extract(day FROM created) > day; extract(day FROM created) > `held`",
                "timestampdiff(day, a, b) > day; timestampdiff(day, a, b) > `held`"
            })
    void aUnitOfTimeIsNoColumn(String sql, String renamed) {
        assertThat(new ColumnWords("day", "held").in(sql)).isEqualTo(renamed);
    }
}
