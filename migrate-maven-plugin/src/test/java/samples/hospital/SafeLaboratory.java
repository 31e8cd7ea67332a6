package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class SafeLaboratory extends Laboratory {
    @Column(nullable = false)
    String doorLock;
}
