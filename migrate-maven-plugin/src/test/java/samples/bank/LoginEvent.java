package samples.bank;

import jakarta.persistence.Entity;

@Entity
public class LoginEvent extends AuditEvent {
    String remoteAddress;
}
