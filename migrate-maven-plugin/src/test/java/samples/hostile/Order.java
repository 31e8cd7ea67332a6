package samples.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Keywords as names. */
@Entity
@Table(name = "`order`", indexes = @Index(name = "index_order", columnList = "`group`, `desc`"))
public class Order {
    @Id
    @GeneratedValue
    @Column(name = "`key`")
    Long key;

    @Column(name = "`select`")
    String select;

    @Column(name = "`group`")
    int group;

    @Column(name = "`desc`")
    int desc;

    @Column(name = "`value`", unique = true)
    String value;

    @ManyToOne
    @JoinColumn(name = "`from`", foreignKey = @ForeignKey(name = "`references`"))
    User from;
}
