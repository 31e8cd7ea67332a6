package samples.bank;

import jakarta.persistence.Embeddable;

@Embeddable
public record DepotPositionId(Long depotNumber, Long securityId) implements java.io.Serializable {}
