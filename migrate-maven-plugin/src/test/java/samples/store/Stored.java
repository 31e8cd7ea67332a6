package samples.store;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

@MappedSuperclass
public abstract class Stored {
    @Id
    @GeneratedValue
    Long id;

    @Version
    int version;

    @Column(nullable = false, updatable = false)
    Instant createdAt;

    Instant changedAt;
}
