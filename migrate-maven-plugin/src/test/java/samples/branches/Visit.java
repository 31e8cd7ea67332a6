package samples.branches;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Visit {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Clerk host;

    @ManyToOne
    Office place;

    @ManyToOne
    Visit continues;
}
