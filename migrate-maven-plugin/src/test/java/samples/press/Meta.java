package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Transient;

@Embeddable
public class Meta {
    @Column(length = 160)
    String description;

    @Embedded
    Crop crop;

    @Transient
    String notKept;
}
