package samples.school;

import java.time.LocalDate;
import java.util.List;

public class Term {
    Integer number;
    LocalDate begins;
    LocalDate ends;
    List<LocalDate> holidays;
}
