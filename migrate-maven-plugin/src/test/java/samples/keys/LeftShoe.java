package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** A circle of two. */
@Entity
public class LeftShoe {
    @Id
    long id;

    @OneToOne
    RightShoe right;
}
