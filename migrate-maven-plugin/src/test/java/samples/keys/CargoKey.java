package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

@Embeddable
public record CargoKey(
        @Column(name = "hold_no") int hold,
        @Column(name = "place_no") int place) implements Serializable {}
