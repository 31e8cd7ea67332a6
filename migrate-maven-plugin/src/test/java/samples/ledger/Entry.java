package samples.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
public class Entry {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Book book;

    @Column(precision = 19, scale = 2)
    BigDecimal amount;

    LocalDate valueDay;

    @NotAudited
    String note;
}
