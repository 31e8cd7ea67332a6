package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Building {
    @Id
    String name;

    @OneToMany(mappedBy = "building")
    Set<Room> rooms;
}
