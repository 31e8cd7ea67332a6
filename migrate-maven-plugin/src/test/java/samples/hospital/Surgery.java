package samples.hospital;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.Set;

@Entity
@DiscriminatorValue("OPERATION")
public class Surgery extends Treatment {
    @ManyToOne
    Theatre theatre;

    @ManyToMany
    Set<Surgeon> surgeons;

    int minutes;
}
