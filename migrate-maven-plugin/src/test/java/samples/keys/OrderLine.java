package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@IdClass(OrderLineKey.class)
public class OrderLine {
    @Id
    @ManyToOne
    MealOrder order;

    @Id
    int line;

    @ManyToOne
    @JoinColumn(name = "replaced_order", referencedColumnName = "order_id")
    @JoinColumn(name = "replaced_line", referencedColumnName = "line")
    OrderLine replaces;

    String meal;
}
