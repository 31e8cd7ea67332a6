package samples.school;

import java.math.BigDecimal;

public class Grade {
    Exam exam;
    Pupil pupil;
    BigDecimal mark;
    String remark;
}
