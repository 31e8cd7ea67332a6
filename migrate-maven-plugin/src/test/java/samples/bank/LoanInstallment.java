package samples.bank;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
public class LoanInstallment extends AbstractEntity {
    LocalDate dueDate;

    BigDecimal dueAmount;

    boolean isPaid;
}
