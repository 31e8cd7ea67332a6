package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A key that goes through three tables. */
@Entity
public class Airline {
    @Id
    @Column(length = 2)
    String code;
}
