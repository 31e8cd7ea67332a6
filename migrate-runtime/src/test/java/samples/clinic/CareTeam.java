package samples.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
public class CareTeam {
    @Id
    UUID teamId;
}
