package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Theatre extends Room {
    boolean sterile;

    @OneToMany
    @JoinColumn
    Set<Machine> machines;
}
