package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void valuesAreComparedAndNotTheirJavaTypes() {
        assertThat(Answers.matches(1, Answers.plain(1L))).isTrue();
        assertThat(Answers.matches(1, Answers.plain(new BigDecimal("1.00")))).isTrue();
        assertThat(Answers.matches(0.5, Answers.plain(new BigDecimal("0.50")))).isTrue();
        assertThat(Answers.matches(true, Answers.plain(1))).isTrue();
        assertThat(Answers.matches(false, Answers.plain(0L))).isTrue();
        assertThat(Answers.matches(1, Answers.plain(true))).isTrue();
        assertThat(Answers.matches("x", Answers.plain("x"))).isTrue();
        assertThat(Answers.matches(LocalDate.of(2026, 4, 1), Answers.plain(Date.valueOf("2026-04-01"))))
                .isTrue();
        assertThat(Answers.matches(
                        LocalDateTime.of(2026, 4, 1, 12, 30), Answers.plain(Timestamp.valueOf("2026-04-01 12:30:00"))))
                .isTrue();
    }

    @Test
    void otherValuesDoNotMatch() {
        for (Object expected : List.of(1, true, "x", LocalDate.of(2026, 4, 1))) {
            assertThat(Answers.matches(expected, null)).isFalse();
            assertThat(Answers.matches(expected, Answers.plain("y"))).isFalse();
        }
        assertThat(Answers.matches(1, Answers.plain(2))).isFalse();
        assertThat(Answers.matches(true, Answers.plain(0))).isFalse();
    }
}
