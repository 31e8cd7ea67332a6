package samples.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.time.OffsetDateTime;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    OffsetDateTime paidAt;

    @Entity(name = "CardPayment")
    public static class ByCard extends Payment {
        char[] lastDigits;
    }

    @Entity(name = "TransferPayment")
    public static class ByTransfer extends Payment {
        String iban;
    }
}
