package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "countries")
public class Country {
    @Id
    @Column(length = 2)
    String code;

    @Column(nullable = false, unique = true, length = 80)
    String name;
}
