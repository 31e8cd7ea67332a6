package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

@Entity
public class RightShoe {
    @Id
    long id;

    @OneToOne
    LeftShoe left;
}
