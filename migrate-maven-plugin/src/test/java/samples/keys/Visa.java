package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.LocalDate;

@Entity
public class Visa {
    @Id
    @OneToOne
    Passport passport;

    LocalDate until;
}
