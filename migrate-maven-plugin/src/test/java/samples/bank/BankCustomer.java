package samples.bank;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Set;

@Entity
public class BankCustomer extends AbstractAuditedEntity {
    String firstName;

    String lastName;

    @Column(unique = true, nullable = false)
    String customerNumber;

    @Embedded
    HomeAddress homeAddress;

    @ElementCollection
    Set<String> phoneNumbers;

    @OneToMany(mappedBy = "accountOwner")
    List<BankAccount> bankAccounts;

    @OneToOne(cascade = CascadeType.ALL)
    UserLogin userLogin;
}
