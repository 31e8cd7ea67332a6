package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "mri_scanners")
public class Scanner extends Machine {
    double tesla;
}
