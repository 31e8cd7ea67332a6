package samples.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "`double\\\\slash`")
public class Slashed {
    @Id
    @GeneratedValue
    Long id;

    @Column(name = "`back\\slash`")
    String slash;
}
