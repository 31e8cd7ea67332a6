package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class Ventilator extends Machine {
    boolean portable;

    @ManyToOne
    Ward ward;
}
