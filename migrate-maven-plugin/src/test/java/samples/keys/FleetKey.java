package samples.keys;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.io.Serializable;

@Embeddable
public record FleetKey(String airline, int fleetNo) implements Serializable {}

@Entity
class Fleet {
    @EmbeddedId
    FleetKey key;

    @ManyToOne
    @MapsId("airline")
    Airline airline;
}
