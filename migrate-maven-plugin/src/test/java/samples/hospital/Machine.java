package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.time.Duration;

/** A table per class, with a concrete one at the top. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public class Machine extends Inventoried {
    @Column(nullable = false)
    String maker;

    Duration lifetime;
}
