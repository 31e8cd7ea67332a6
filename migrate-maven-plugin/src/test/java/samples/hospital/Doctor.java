package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import java.util.Set;

@Entity
public class Doctor extends Staff {
    @ManyToMany
    Set<Speciality> specialities;
}
