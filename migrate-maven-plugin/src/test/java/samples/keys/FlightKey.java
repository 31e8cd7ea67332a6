package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

@Embeddable
public record FlightKey(@Column(length = 6) String number, LocalDate flightDate) implements Serializable {}

@Entity
class Flight {
    @EmbeddedId
    FlightKey key;

    @ManyToOne
    Airport origin;

    @ManyToOne
    Airport destination;

    @OneToMany(mappedBy = "flight")
    Set<Seat> seats;
}
