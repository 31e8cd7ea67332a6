package samples.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
public class WardLoad {
    @Id
    Integer wardId;

    double perBed;
}
