package samples.press;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;

@Entity
public class Gallery extends Kept {
    @OneToMany
    List<Upload> pictures;

    @ManyToMany
    @OrderColumn
    List<Author> photographers;

    @ElementCollection
    List<Crop> crops;
}
