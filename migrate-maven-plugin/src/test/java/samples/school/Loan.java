package samples.school;

import java.time.LocalDate;

public class Loan {
    Long id;
    Book book;
    Person borrower;
    LocalDate due;
}
