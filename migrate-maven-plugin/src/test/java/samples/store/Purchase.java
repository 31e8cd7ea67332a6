package samples.store;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@Entity
@Table(name = "purchases")
@SecondaryTable(name = "purchase_notes")
public class Purchase extends Stored {
    @Column(nullable = false, unique = true)
    UUID token;

    @ManyToOne(optional = false)
    Customer customer;

    @Enumerated
    PurchaseState state;

    OffsetDateTime placedAt;

    @Embedded
    PostalAddress delivery;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "bill_street", length = 120))
    @AttributeOverride(name = "zip", column = @Column(name = "bill_zip", length = 12))
    @AttributeOverride(name = "city", column = @Column(name = "bill_city", length = 80))
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "bill_country"))
    PostalAddress billing;

    @OneToMany(mappedBy = "purchase")
    Set<PurchaseLine> lines;

    @Column(table = "purchase_notes", length = 2000)
    String note;

    @ElementCollection
    @MapKeyColumn(name = "label", length = 30)
    @Column(name = "content")
    Map<String, String> labels;
}
