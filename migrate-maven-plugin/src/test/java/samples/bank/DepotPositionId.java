package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;

@Embeddable
public record DepotPositionId(Long depotNumber, Long securityId) implements java.io.Serializable {}

@Entity
class TradedSecurity extends AbstractEntity {
    @Column(length = 12, unique = true)
    String isinCode;

    @Lob
    String prospectusText;
}
