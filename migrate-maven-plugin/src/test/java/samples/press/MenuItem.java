package samples.press;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Map;

@Entity
@Table(name = "menu_item")
public class MenuItem extends Kept {
    @ManyToOne
    Menu menu;

    @ManyToOne
    MenuItem parent;

    @ManyToOne
    Article target;

    @ElementCollection
    Map<Locale, String> labels;
}
