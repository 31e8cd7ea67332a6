package samples.keys;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

@Entity
public class Fleet {
    @EmbeddedId
    FleetKey key;

    @ManyToOne
    @MapsId("airline")
    Airline airline;
}
