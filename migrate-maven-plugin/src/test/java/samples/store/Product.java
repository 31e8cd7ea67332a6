package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "products", indexes = @Index(name = "products_by_price", columnList = "price"))
@Check(name = "products_price_positive", constraints = "price >= 0")
public class Product extends Stored {
    @Column(nullable = false, unique = true, length = 13)
    String ean;

    @Column(nullable = false)
    String name;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price;

    @ColumnDefault("0.19")
    @Column(nullable = false, precision = 4, scale = 3)
    BigDecimal taxRate;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Availability availability;

    @Lob
    String description;

    @ManyToOne
    Brand brand;

    @ManyToMany
    @JoinTable(
            name = "product_categories",
            joinColumns = @JoinColumn(name = "product"),
            inverseJoinColumns = @JoinColumn(name = "category"))
    Set<Category> categories;

    @ManyToMany
    Set<Product> accessories;

    float weight;

    double volume;
}
