package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class Employee extends Stored {
    @Column(nullable = false)
    String name;

    @ManyToOne
    Employee boss;

    @ManyToOne(optional = false)
    Branch branch;

    byte grade;
}
