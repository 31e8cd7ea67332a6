package samples.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

/** Words of Java, and names that one may take for another. */
@Entity
public class Class1 {
    @Id
    @GeneratedValue
    Long id;

    @Column(name = "op")
    int op;

    @Column(name = "t")
    int t;

    @Column(name = "c")
    @Check(constraints = "c > 0")
    int c;

    @Column(name = "migrate_version")
    String version;
}
