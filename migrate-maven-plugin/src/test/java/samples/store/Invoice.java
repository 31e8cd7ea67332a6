package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

@Entity
@Table(name = "invoices")
public class Invoice extends Stored {
    @OneToOne(optional = false)
    Purchase purchase;

    @Column(nullable = false, length = 30, unique = true)
    String number;

    LocalDateTime printedAt;

    @OneToOne
    Invoice corrects;
}
