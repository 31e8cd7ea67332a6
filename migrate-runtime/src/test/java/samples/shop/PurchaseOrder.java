package samples.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "orders")
public class PurchaseOrder extends Base {
    @ManyToOne(optional = false)
    Customer customer;

    @ManyToOne
    @JoinColumn(name = "agent_id", foreignKey = @ForeignKey(name = "orders_to_agent"))
    Customer agent;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    PurchaseOrder replaces;

    @OneToOne
    Payment payment;

    @Column(precision = 12, scale = 2, nullable = false)
    BigDecimal total;

    LocalDate due;
    LocalTime deliverAt;
    Duration promised;

    boolean express;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    List<Line> lines;
}
