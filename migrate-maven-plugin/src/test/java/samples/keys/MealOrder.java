package samples.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;

@Entity
public class MealOrder {
    @Id
    @GeneratedValue
    Long id;

    @OneToMany(mappedBy = "order")
    @OrderBy("line")
    List<OrderLine> lines;
}
