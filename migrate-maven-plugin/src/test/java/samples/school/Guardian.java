package samples.school;

public class Guardian extends Person {
    boolean mayCollect;
}
