package samples.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;

@Entity
public class Patient {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long patientId;

    String familyName;
    LocalDate dateOfBirth;

    @ColumnDefault("'home'")
    String arrivesFrom;

    @ManyToOne
    Ward currentWard;

    @ManyToMany
    List<CareTeam> careTeams;

    @ManyToOne
    @JoinColumn(name = "insuredAt")
    Insurer insurer;
}
