package samples.school;

public record GradeKey(Long exam, Long pupil) implements java.io.Serializable {}
