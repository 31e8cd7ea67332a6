package samples.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;

@Entity
@Audited
public class Book {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true)
    String title;

    @OneToMany(mappedBy = "book")
    Set<Entry> entries;

    @ManyToMany
    Set<Keeper> keepers;

    @ElementCollection
    @AuditJoinTable(name = "book_label_history")
    Map<String, String> labels;
}
