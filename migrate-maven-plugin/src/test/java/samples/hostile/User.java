package samples.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;

@Entity
@Table(name = "`user`", uniqueConstraints = @UniqueConstraint(name = "`unique`", columnNames = "`name`"))
public class User {
    @Id
    @GeneratedValue(generator = "`table`")
    @SequenceGenerator(name = "`table`", sequenceName = "`table`")
    Long id;

    @Column(name = "`name`")
    String name;

    @ManyToMany
    @JoinTable(
            name = "`join`",
            joinColumns = @JoinColumn(name = "`left`"),
            inverseJoinColumns = @JoinColumn(name = "`right`"))
    Set<Order> orders;
}
