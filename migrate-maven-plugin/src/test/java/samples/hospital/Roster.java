package samples.hospital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.Map;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"ward_id", "duty_day"}))
public class Roster {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Ward ward;

    @Column(name = "duty_day")
    LocalDate date;

    @ManyToMany
    Map<LocalDate, Nurse> substitutes;

    @OneToMany
    Map<Doctor, Letter> notes;
}
