package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Speciality {
    @Id
    @Column(length = 30)
    String name;
}
