package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

@Entity
public class DebitCard extends AbstractEntity {
    @Column(length = 19)
    String cardNumber;

    LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    CardState cardState;
}
