package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("TALK")
public class Consultation extends Treatment {
    @Column(length = 5000)
    String protocol;
}
