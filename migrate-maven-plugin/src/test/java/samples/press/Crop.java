package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

@Embeddable
public record Crop(
        @Column(name = "crop_x") int x,
        @Column(name = "crop_y") int y) {}

@Embeddable
class Block {
    @Column(nullable = false, length = 20)
    String kind;

    @Column(length = 60_000)
    String content;

    @ManyToOne
    Upload upload;
}
