package samples.store;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.Set;

@Entity
@Table(name = "suppliers")
public class Supplier extends Stored {
    @Column(nullable = false)
    String name;

    PostalAddress address;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "supplier", nullable = false)
    Set<Delivery> deliveries;
}
