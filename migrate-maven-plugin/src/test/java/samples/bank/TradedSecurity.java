package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;

@Entity
public class TradedSecurity extends AbstractEntity {
    @Column(length = 12, unique = true)
    String isinCode;

    @Lob
    String prospectusText;
}
