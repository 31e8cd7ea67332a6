package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.ZonedDateTime;

@MappedSuperclass
public abstract class Recorded {
    @Version
    long revision;

    @Column(nullable = false)
    ZonedDateTime recordedAt;
}
