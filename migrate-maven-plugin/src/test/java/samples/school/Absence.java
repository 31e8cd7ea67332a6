package samples.school;

import java.time.LocalDate;

public class Absence {
    Long id;
    Pupil pupil;
    LocalDate firstDay;
    LocalDate lastDay;
    String reason;
}
