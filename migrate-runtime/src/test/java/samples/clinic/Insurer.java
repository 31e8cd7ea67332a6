package samples.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        schema = "billing",
        catalog = "billing",
        uniqueConstraints = @UniqueConstraint(columnNames = {"legalName", "country"}))
public class Insurer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String legalName;

    @ColumnDefault("'de'")
    String country;

    @ManyToOne
    Ward ownWard;
}
