package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;

@Entity
public class Branch extends Stored {
    @Column(nullable = false, unique = true)
    String name;

    @OneToOne(optional = false)
    Employee manager;

    @Embedded
    PostalAddress address;
}
