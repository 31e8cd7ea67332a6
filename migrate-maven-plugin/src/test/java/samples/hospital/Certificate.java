package samples.hospital;

import jakarta.persistence.Entity;
import java.time.LocalDate;

@Entity
public class Certificate extends Document {
    LocalDate validFrom;

    LocalDate validUntil;
}
