package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;

@Entity
@PrimaryKeyJoinColumn(name = "animal_hold", referencedColumnName = "hold_no")
@PrimaryKeyJoinColumn(name = "animal_position", referencedColumnName = "place_no")
public class AnimalCargo extends Cargo {
    String species;
}
