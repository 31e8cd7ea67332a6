package samples.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

@Entity
@Immutable
@Subselect("select id as ward, bed_count as beds from hospital_ward")
public class Occupancy {
    @Id
    Integer ward;

    Integer beds;
}
