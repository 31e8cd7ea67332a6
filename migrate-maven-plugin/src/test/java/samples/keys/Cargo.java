package samples.keys;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** A key of inheritance and of several columns. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Cargo {
    @EmbeddedId
    CargoKey key;
}
