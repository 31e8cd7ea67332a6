package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
public class Patient extends Person {
    @Column(unique = true, length = 20)
    String insuranceNumber;

    @ManyToOne
    Doctor familyDoctor;

    @OneToMany(mappedBy = "patient")
    List<Treatment> treatments;
}
