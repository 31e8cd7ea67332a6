package samples.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(schema = "sample_staff")
public class Clerk {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true)
    String name;

    @ManyToOne
    Office office;

    @ManyToOne
    Clerk deputy;

    @ManyToOne
    Visit lastVisit;
}
