package samples.bank;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

@MappedSuperclass
public abstract class AbstractAuditedEntity extends AbstractEntity {
    @Column(nullable = false, updatable = false)
    Instant createdDate;

    @Column(updatable = false, length = 50)
    String createdBy;

    Instant lastModifiedDate;

    @Column(length = 50)
    String lastModifiedBy;
}
