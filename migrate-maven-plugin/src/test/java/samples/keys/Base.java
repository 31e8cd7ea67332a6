package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

@Entity
public class Base {
    @Id
    @GeneratedValue
    Long id;

    @OneToOne(optional = false)
    Pilot commander;

    @ManyToOne
    Airport airport;
}
