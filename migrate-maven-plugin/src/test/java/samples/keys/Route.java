package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to what is unique and no key. */
@Entity
public class Route {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    @JoinColumn(name = "from_icao", referencedColumnName = "icao")
    Airport origin;

    @ManyToOne
    @JoinColumn(name = "to_icao", referencedColumnName = "icao")
    Airport target;

    @ManyToOne
    @JoinColumn(name = "via_number", referencedColumnName = "number")
    Passport guide;
}
