package samples.bank;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

@Entity
public class DepotPosition {
    @EmbeddedId
    DepotPositionId depotPositionId;

    long pieceCount;

    @ManyToOne
    @MapsId("securityId")
    TradedSecurity tradedSecurity;
}
