package samples.store;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "deliveries")
public class Delivery extends Stored {
    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "delivery_to_warehouse"))
    Warehouse warehouse;

    @OneToMany
    List<Stock> changed;
}
