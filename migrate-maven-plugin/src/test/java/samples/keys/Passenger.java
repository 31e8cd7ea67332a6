package samples.keys;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.UUID;

@Entity
public class Passenger {
    @Id
    @GeneratedValue
    UUID id;

    String name;

    @OneToOne(mappedBy = "passenger", cascade = CascadeType.ALL)
    Passport passport;
}
