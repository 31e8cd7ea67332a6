package samples.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import org.hibernate.envers.Audited;

@Entity
@Audited
@Inheritance
public class Asset {
    @Id
    long number;

    @Embedded
    Place place;
}
