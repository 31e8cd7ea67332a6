package samples.school;

import java.math.BigDecimal;

public record GradeKey(Long exam, Long pupil) implements java.io.Serializable {}

class Grade {
    Exam exam;
    Pupil pupil;
    BigDecimal mark;
    String remark;
}
