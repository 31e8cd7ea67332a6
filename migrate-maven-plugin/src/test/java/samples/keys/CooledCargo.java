package samples.keys;

import jakarta.persistence.Entity;

@Entity
public class CooledCargo extends Cargo {
    int degrees;
}
