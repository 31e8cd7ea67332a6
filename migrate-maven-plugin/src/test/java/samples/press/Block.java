package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

@Embeddable
public class Block {
    @Column(nullable = false, length = 20)
    String kind;

    @Column(length = 60_000)
    String content;

    @ManyToOne
    Upload upload;
}
