package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("DRUG")
public class Medication extends Treatment {
    @ManyToOne
    Drug drug;

    @Column(precision = 10, scale = 3)
    java.math.BigDecimal dose;
}
