package samples.keys;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

@Embeddable
public record PlaneKey(FleetKey fleet, int planeNo) implements Serializable {}

@Entity
class Plane {
    @EmbeddedId
    PlaneKey key;

    @ManyToOne
    @MapsId("fleet")
    Fleet fleet;

    @ElementCollection
    Set<String> nicknames;

    @ElementCollection
    Map<LocalDate, String> log;
}
