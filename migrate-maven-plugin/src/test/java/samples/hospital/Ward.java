package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;

@Entity
public class Ward extends Room {
    int beds;

    @OneToOne
    Nurse head;
}
