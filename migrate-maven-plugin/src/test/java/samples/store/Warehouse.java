package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "warehouses")
public class Warehouse extends Stored {
    @Column(nullable = false)
    String name;

    PostalAddress address;
}
