package samples.hospital;

import jakarta.persistence.Entity;

@Entity
public class Laboratory extends Room {
    short level;
}
