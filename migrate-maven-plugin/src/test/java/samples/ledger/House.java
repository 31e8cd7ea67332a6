package samples.ledger;

import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;

@Entity
@Audited
public class House extends Asset {
    int floors;
}
