package samples.keys;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Flight {
    @EmbeddedId
    FlightKey key;

    @ManyToOne
    Airport origin;

    @ManyToOne
    Airport destination;

    @OneToMany(mappedBy = "flight")
    Set<Seat> seats;
}
