package samples.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Town {
    @Id
    String name;
}
