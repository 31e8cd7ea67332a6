package samples.store;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "price_changes")
public class PriceChange extends Stored {
    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Product product;

    BigDecimal oldPrice;

    BigDecimal newPrice;
}
