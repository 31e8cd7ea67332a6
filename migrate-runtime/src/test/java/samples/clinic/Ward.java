package samples.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "HospitalWard")
public class Ward {
    @Id
    @GeneratedValue
    Integer id;

    int bedCount;
}
