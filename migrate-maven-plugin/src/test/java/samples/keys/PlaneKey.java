package samples.keys;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

@Embeddable
public record PlaneKey(FleetKey fleet, int planeNo) implements Serializable {}
