package samples.school;

public class Classroom {
    Integer id;
    String door;
    int seats;
}
