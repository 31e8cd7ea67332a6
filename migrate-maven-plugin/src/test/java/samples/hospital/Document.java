package samples.hospital;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;

/** Joined tables that have a discriminator besides. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "document_kind")
public abstract class Document {
    @Id
    @GeneratedValue
    Long id;

    LocalDateTime signedAt;

    @ManyToOne
    Staff signedBy;
}
