package samples.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;

@Entity
@Audited
public class Correction extends Entry {
    @ManyToOne
    Entry corrects;
}
