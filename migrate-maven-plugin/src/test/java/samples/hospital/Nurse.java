package samples.hospital;

import jakarta.persistence.Entity;
import java.time.LocalTime;

@Entity
public class Nurse extends Staff {
    LocalTime shiftBegins;

    LocalTime shiftEnds;
}
