package samples.school;

import java.time.LocalDate;
import java.util.Set;

public class Person {
    Long id;
    Name name;
    LocalDate born;
    Set<String> phones;
}
