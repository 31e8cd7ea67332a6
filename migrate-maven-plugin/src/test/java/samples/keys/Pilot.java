package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A circle of three. */
@Entity
public class Pilot {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Crew crew;

    @ManyToOne
    Pilot teacher;
}
