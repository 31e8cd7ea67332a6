package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Newsletter {
    @Id
    @GeneratedValue
    Long id;

    String title;

    @Column(length = 100_000)
    String text;
}
