package samples.bank;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.YearMonth;

@Entity
public class SavingsAccount extends BankAccount {
    BigDecimal interestRate;

    YearMonth fixedUntil;
}
