package samples.school;

import java.util.Set;

public class Pupil extends Person {
    int form;
    Set<Guardian> guardians;
    Pupil tutor;
}
