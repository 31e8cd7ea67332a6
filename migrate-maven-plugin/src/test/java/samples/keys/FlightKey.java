package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;

@Embeddable
public record FlightKey(@Column(length = 6) String number, LocalDate flightDate) implements Serializable {}
