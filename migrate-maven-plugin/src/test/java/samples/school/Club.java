package samples.school;

import java.util.Set;

public class Club {
    Long id;
    String name;
    Teacher head;
    Set<Pupil> members;
}
