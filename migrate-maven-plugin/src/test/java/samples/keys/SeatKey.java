package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

@Embeddable
public record SeatKey(
        @Column(name = "seat_row") int row,
        @Column(name = "seat_letter") char letter,
        FlightKey flight) implements Serializable {}

@Entity
class Seat {
    @EmbeddedId
    SeatKey key;

    @MapsId("flight")
    @ManyToOne
    @JoinColumn(name = "flight_number", referencedColumnName = "number")
    @JoinColumn(name = "flight_date", referencedColumnName = "flightDate")
    Flight flight;

    @OneToOne(mappedBy = "seat")
    Ticket ticket;
}
