package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.List;

@Entity
public class Report extends Document {
    @ManyToOne
    Surgery surgery;

    @ManyToMany
    @OrderColumn
    List<Finding> findings;
}
