package samples.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.Set;

@Entity
public class CurrentAccount extends BankAccount {
    BigDecimal overdraftLimit;

    @OneToMany
    Set<DebitCard> debitCards;
}
