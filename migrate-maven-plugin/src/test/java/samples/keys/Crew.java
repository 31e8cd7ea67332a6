package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToOne;
import java.util.Set;

@Entity
public class Crew {
    @Id
    @GeneratedValue
    Long id;

    @OneToOne(optional = false)
    Base base;

    @ManyToMany
    Set<Flight> flights;
}
