package samples.press;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import java.net.URL;
import java.util.SortedMap;

@Entity
public class Author extends Kept {
    @Column(nullable = false)
    String name;

    @ElementCollection
    @MapKeyColumn(name = "network")
    SortedMap<String, URL> profiles;

    @OneToOne(cascade = CascadeType.ALL)
    @JoinColumn(name = "portrait")
    Upload portrait;
}
