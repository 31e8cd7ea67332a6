package samples.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;

/** Defaults of all kinds. */
@Entity
public class Defaults {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ColumnDefault("7")
    int number;

    @ColumnDefault("-1")
    Long negative;

    @ColumnDefault("0.50")
    @Column(precision = 6, scale = 2)
    BigDecimal decimal;

    @ColumnDefault("1.5")
    double floating;

    @ColumnDefault("true")
    boolean on;

    @ColumnDefault("false")
    Boolean off;

    @ColumnDefault("'abc'")
    String text;

    @ColumnDefault("''")
    String empty;

    @ColumnDefault("'it''s'")
    String quoted;

    @ColumnDefault("'back\\slash'")
    @Column(length = 20)
    String slashed;

    @ColumnDefault("null")
    String nothing;

    @ColumnDefault("current_timestamp")
    Instant now;

    @ColumnDefault("'2020-01-02'")
    LocalDate day;

    @ColumnDefault("current_date")
    LocalDate today;

    @ColumnDefault("(1 + 2) * 3")
    int computed;

    @ColumnDefault("'A'")
    char letter;

    @ColumnDefault("12345678901")
    long big;

    @Column(columnDefinition = "varchar(30) default 'defined' not null")
    String defined;

    @Column(columnDefinition = "decimal(9,3)")
    BigDecimal exact;
}
