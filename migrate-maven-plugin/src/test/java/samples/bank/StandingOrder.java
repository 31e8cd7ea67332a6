package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

@Entity
public class StandingOrder extends AbstractAuditedEntity {
    @ManyToOne
    BankAccount fromAccount;

    @Column(length = 34)
    String toIban;

    BigDecimal orderAmount;

    @Enumerated
    OrderRhythm orderRhythm;
}
