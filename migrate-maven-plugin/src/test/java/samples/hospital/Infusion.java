package samples.hospital;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("2")
public class Infusion extends Drug {
    Integer millilitres;

    @ManyToOne
    Drug solvent;
}
