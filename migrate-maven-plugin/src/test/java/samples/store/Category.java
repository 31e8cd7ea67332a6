package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "categories")
public class Category extends Stored {
    @Column(nullable = false)
    String name;

    @ManyToOne
    @JoinColumn(name = "parent")
    Category parent;

    @OneToMany
    @OrderColumn(name = "place")
    List<Product> highlights;
}
