package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(
        name = "ExchangeRates",
        uniqueConstraints = @UniqueConstraint(columnNames = {"fromCurrency", "toCurrency", "rateDay"}))
public class ExchangeRate extends AbstractEntity {
    @Column(length = 3)
    String fromCurrency;

    @Column(length = 3)
    String toCurrency;

    LocalDate rateDay;

    @Column(precision = 18, scale = 8)
    BigDecimal exchangeRate;
}
