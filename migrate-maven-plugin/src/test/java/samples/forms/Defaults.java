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
import org.hibernate.annotations.FractionalSeconds;

/** Defaults of all kinds. */
@Entity
public class Defaults {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ColumnDefault("7")
    int numberValue;

    @ColumnDefault("-1")
    Long negativeValue;

    @ColumnDefault("0.50")
    @Column(precision = 6, scale = 2)
    BigDecimal decimalValue;

    @ColumnDefault("1.5")
    double floatingValue;

    @ColumnDefault("true")
    boolean onValue;

    @ColumnDefault("false")
    Boolean offValue;

    @ColumnDefault("'abc'")
    String textValue;

    @ColumnDefault("''")
    String emptyValue;

    @ColumnDefault("'it''s'")
    String quotedValue;

    @ColumnDefault("'back\\slash'")
    @Column(length = 20)
    String slashedValue;

    @ColumnDefault("null")
    String nothingValue;

    @FractionalSeconds(0)
    @ColumnDefault("current_timestamp")
    Instant nowValue;

    @ColumnDefault("'2020-01-02'")
    LocalDate dayValue;

    @ColumnDefault("(current_date)")
    LocalDate todayValue;

    @ColumnDefault("((1 + 2) * 3)")
    int computedValue;

    @ColumnDefault("'A'")
    char letterValue;

    @ColumnDefault("12345678901")
    long bigValue;

    @Column(columnDefinition = "varchar(30) default 'defined' not null")
    String definedValue;

    @Column(columnDefinition = "decimal(9,3)")
    BigDecimal exactValue;
}
