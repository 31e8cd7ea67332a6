package samples.bank;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import java.util.List;

@Entity
public class FundsTransfer extends AbstractAuditedEntity {
    @ManyToOne
    BankAccount sourceAccount;

    @ManyToOne
    BankAccount targetAccount;

    @ElementCollection
    @CollectionTable
    List<String> remittanceLines;
}
