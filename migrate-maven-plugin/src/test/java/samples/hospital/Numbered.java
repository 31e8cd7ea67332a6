package samples.hospital;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class Numbered extends Recorded {
    @Id
    @GeneratedValue
    Integer number;
}
