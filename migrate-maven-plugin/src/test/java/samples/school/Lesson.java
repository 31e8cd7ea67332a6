package samples.school;

import java.time.LocalTime;

public class Lesson {
    Long id;
    Classroom classroom;
    LocalTime begins;
    LocalTime ends;
    Weekday weekday;
}
