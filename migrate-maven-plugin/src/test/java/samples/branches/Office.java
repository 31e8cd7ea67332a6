package samples.branches;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Set;

@Entity
@Table(catalog = "sample_links")
public class Office {
    @Id
    @GeneratedValue(generator = "rooms")
    @SequenceGenerator(name = "rooms", sequenceName = "rooms", catalog = "sample_staff")
    Long id;

    @ManyToOne
    Clerk head;

    @ManyToMany
    @JoinTable(catalog = "sample_links", name = "office_guests")
    Set<Clerk> guests;
}
