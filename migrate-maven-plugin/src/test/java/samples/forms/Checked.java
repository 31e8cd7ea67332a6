package samples.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Check;

/** Checks, of columns and of the table. */
@Entity
@Table(name = "checked")
@Check(name = "ends_after_begin", constraints = "ends > begins")
@Check(constraints = "low <= high or high is null")
public class Checked {
    @Id
    @GeneratedValue
    Long id;

    LocalDate begins;

    LocalDate ends;

    int low;

    Integer high;

    @Check(constraints = "score between 0 and 100")
    int score;

    @Check(constraints = "state in ('a', 'b', 'it''s')")
    @Column(length = 4)
    String state;

    @Check(constraints = "length(code) > 2")
    String code;
}
