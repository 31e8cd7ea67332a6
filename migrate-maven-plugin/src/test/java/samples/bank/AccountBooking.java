package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(indexes = @Index(columnList = "bookingDate, valueDate"))
public class AccountBooking extends AbstractEntity {
    @ManyToOne(optional = false)
    BankAccount bankAccount;

    @ManyToOne
    AccountBooking counterBooking;

    LocalDate bookingDate;

    LocalDate valueDate;

    @Column(precision = 19, scale = 2)
    BigDecimal bookedAmount;

    @Column(length = 140)
    String referenceText;
}
