package samples.school;

import java.util.List;
import java.util.Set;

public class Course {
    Long id;
    String title;
    Subject subject;
    Teacher teacher;
    Set<Pupil> pupils;
    List<Lesson> lessons;
}
