package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.io.Serializable;

@Embeddable
public record CargoKey(
        @Column(name = "hold_no") int hold,
        @Column(name = "place_no") int place) implements Serializable {}

@Entity
@PrimaryKeyJoinColumn(name = "animal_hold", referencedColumnName = "hold_no")
@PrimaryKeyJoinColumn(name = "animal_position", referencedColumnName = "place_no")
class AnimalCargo extends Cargo {
    String species;
}
