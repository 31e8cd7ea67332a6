package samples.store;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        name = "stocks",
        uniqueConstraints = @jakarta.persistence.UniqueConstraint(columnNames = {"product_id", "warehouse_id"}))
public class Stock extends Stored {
    @ManyToOne(optional = false)
    Product product;

    @ManyToOne(optional = false)
    Warehouse warehouse;

    @ColumnDefault("0")
    @Check(constraints = "pieces >= 0")
    int pieces;
}
