package samples.school;

import java.time.LocalDate;
import java.util.Map;

public class Exam {
    Long id;
    Course course;
    LocalDate writtenOn;
    Map<String, Integer> limits;
}
