package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Inspection {
    @Id
    @GeneratedValue
    Integer id;

    @ManyToOne(optional = false)
    Plane plane;

    @OneToMany
    Set<Flight> flights;
}
