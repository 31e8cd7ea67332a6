package samples.school;

import java.math.BigDecimal;

public class Teacher extends Person {
    String abbreviation;
    BigDecimal salary;
}
