package samples.keys;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

@Embeddable
public record FleetKey(String airline, int fleetNo) implements Serializable {}
