package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.List;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class BankAccount extends AbstractAuditedEntity {
    @Column(nullable = false, unique = true, length = 34)
    String iban;

    @ManyToOne(optional = false)
    BankCustomer accountOwner;

    @Column(precision = 19, scale = 2, nullable = false)
    BigDecimal currentBalance;

    @ManyToOne
    BankBranch bankBranch;

    @ManyToMany
    List<BankCustomer> jointOwners;
}
