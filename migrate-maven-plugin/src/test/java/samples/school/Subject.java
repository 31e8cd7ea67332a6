package samples.school;

public class Subject {
    String code;
    String title;
}
