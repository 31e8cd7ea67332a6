package samples.school;

public class Name {
    String given;
    String family;
}
