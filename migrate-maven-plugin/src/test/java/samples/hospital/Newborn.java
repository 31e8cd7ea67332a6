package samples.hospital;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;

@Entity
@PrimaryKeyJoinColumn(name = "patient_number")
public class Newborn extends Patient {
    int grams;

    @ManyToOne
    Patient mother;
}
