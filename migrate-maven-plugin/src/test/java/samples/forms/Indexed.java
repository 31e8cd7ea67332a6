package samples.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;

/** Indexes of all kinds that annotations can say. */
@Entity
@Table(
        name = "indexed",
        indexes = {
            @Index(name = "indexed_a", columnList = "a"),
            @Index(name = "indexed_ab", columnList = "a, b desc"),
            @Index(name = "indexed_unique", columnList = "b, c", unique = true),
            @Index(columnList = "c, d"),
            @Index(columnList = "d", unique = true)
        },
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "indexed_key",
                    columnNames = {"e", "a"}),
            @UniqueConstraint(columnNames = {"a", "d"})
        })
public class Indexed {
    @Id
    @GeneratedValue
    Long id;

    int a;

    int b;

    @Column(length = 100)
    String c;

    @Column(length = 100)
    String d;

    @Column(unique = true)
    Long e;

    @ManyToOne
    Indexed parent;

    @OneToMany
    @JoinColumn(name = "list_parent")
    List<Indexed> list;
}
