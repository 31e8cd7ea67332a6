package samples.school;

public class Book {
    String isbn;
    String title;
    int copies;
}
