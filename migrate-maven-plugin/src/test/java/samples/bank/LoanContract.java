package samples.bank;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.List;

@Entity
public class LoanContract extends AbstractAuditedEntity {
    @ManyToOne
    BankCustomer debtorCustomer;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderColumn
    List<LoanInstallment> loanInstallments;

    @Column(name = "nominalAmount")
    BigDecimal loanAmount;
}
