package samples.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Case that matters. */
@Entity
@Table(name = "`MixedCase`")
public class MixedCase {
    @Id
    @GeneratedValue
    Long id;

    @Column(name = "`CamelCase`")
    String camel;

    @Column(name = "`UPPER`")
    String upper;

    @Column(name = "`lower`")
    String lower;

    @ManyToOne
    @JoinColumn(name = "`SelfRef`")
    MixedCase self;
}
