package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Letter extends Document {
    @Column(length = 32_000)
    String text;
}
