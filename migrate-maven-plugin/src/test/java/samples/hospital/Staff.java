package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public abstract class Staff extends Person {
    @Column(nullable = false, unique = true, length = 8)
    String badge;

    @ManyToOne
    Ward ward;
}
