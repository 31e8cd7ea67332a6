package samples.branches;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.Check;

@Entity
@Table(catalog = "sample_links", name = "letter", indexes = @Index(name = "letters_by_day", columnList = "sentDay"))
@Check(name = "letter_not_to_oneself", constraints = "sender_id <> receiver_id")
public class Letter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    java.time.LocalDate sentDay;

    @ManyToOne
    Clerk sender;

    @ManyToOne
    Clerk receiver;

    @ElementCollection
    @CollectionTable(catalog = "sample_staff", name = "letter")
    Set<String> copies;
}
