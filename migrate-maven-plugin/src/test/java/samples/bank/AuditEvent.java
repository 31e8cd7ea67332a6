package samples.bank;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

@Entity
@DiscriminatorColumn(name = "eventType")
public abstract class AuditEvent {
    @Id
    @GeneratedValue
    UUID eventId;

    Instant eventTime;

    @ManyToOne
    UserLogin userLogin;
}
