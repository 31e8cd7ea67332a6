package samples.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

@Entity
public class Airport {
    @Id
    @Column(length = 3)
    String code;

    @NaturalId
    @Column(length = 4, nullable = false)
    String icao;

    @ManyToMany
    Set<Airport> twins;
}
