package samples.press;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Table(name = "menu")
public class Menu extends Kept {
    @OneToMany(mappedBy = "menu", orphanRemoval = true)
    @OrderColumn(name = "position_in_menu")
    List<MenuItem> items;
}
