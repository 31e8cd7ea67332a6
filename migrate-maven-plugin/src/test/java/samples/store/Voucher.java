package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "vouchers")
public class Voucher {
    @Id
    @Column(length = 16)
    String code;

    @Column(nullable = false)
    BigDecimal worth;

    boolean used;

    Boolean refunded;
}
