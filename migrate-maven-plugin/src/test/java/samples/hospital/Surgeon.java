package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(name = "SURGEONS", uniqueConstraints = @UniqueConstraint(name = "surgeon_pager", columnNames = "pager"))
public class Surgeon extends Doctor {
    String pager;
}
