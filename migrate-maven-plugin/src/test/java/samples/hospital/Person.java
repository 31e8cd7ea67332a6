package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.time.LocalDate;
import java.util.List;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Person extends Numbered {
    @Column(nullable = false, length = 100)
    String name;

    LocalDate born;

    @ElementCollection
    List<String> languages;
}
