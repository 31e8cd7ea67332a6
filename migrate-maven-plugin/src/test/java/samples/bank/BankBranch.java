package samples.bank;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import java.util.Map;

@Entity
public class BankBranch extends AbstractEntity {
    String branchName;

    HomeAddress branchAddress;

    @ManyToOne
    BankBranch parentBranch;

    @ElementCollection
    Map<String, String> openingHours;
}
