package samples.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class TransferEvent extends AuditEvent {
    @ManyToOne
    AccountBooking accountBooking;
}
