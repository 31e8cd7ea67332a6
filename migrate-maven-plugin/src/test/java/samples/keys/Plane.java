package samples.keys;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

@Entity
public class Plane {
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
