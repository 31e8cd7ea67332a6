package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

@Embeddable
public record SeatKey(
        @Column(name = "seat_row") int row,
        @Column(name = "seat_letter") char letter,
        FlightKey flight) implements Serializable {}
