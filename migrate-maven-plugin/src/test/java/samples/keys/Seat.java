package samples.keys;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

@Entity
public class Seat {
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
