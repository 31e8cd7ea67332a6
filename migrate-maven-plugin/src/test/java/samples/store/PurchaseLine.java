package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.math.BigDecimal;

@Entity
@Table(name = "purchase_lines")
public class PurchaseLine {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "line_ids")
    @TableGenerator(name = "line_ids", table = "id_numbers", pkColumnName = "kind", valueColumnName = "next_id")
    Long id;

    @ManyToOne(optional = false)
    Purchase purchase;

    @ManyToOne(optional = false)
    Product product;

    int pieces;

    @Column(nullable = false)
    BigDecimal price;
}
