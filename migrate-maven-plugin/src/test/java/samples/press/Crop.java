package samples.press;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record Crop(
        @Column(name = "crop_x") int x,
        @Column(name = "crop_y") int y) {}
