package samples.hospital;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("1")
public class Pill extends Drug {
    Integer milligrams;
}
