package samples.hospital;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;

/** Everything in one table, with a discriminator of characters. */
@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.STRING, length = 12)
public abstract class Treatment extends Numbered {
    @ManyToOne(optional = false)
    Patient patient;

    @ManyToOne
    Doctor by;
}
