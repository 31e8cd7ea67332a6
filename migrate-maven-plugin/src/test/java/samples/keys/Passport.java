package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.util.UUID;

/** Has the key of another entity. */
@Entity
public class Passport {
    @Id
    UUID id;

    @OneToOne
    @MapsId
    Passenger passenger;

    @Column(unique = true, length = 12)
    String number;
}
